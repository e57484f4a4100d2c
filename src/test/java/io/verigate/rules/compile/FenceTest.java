package io.verigate.rules.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.decision.FactSchema;
import io.verigate.decision.Facts;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Mode;
import io.verigate.policy.CaseReader;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.FenceGate;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.Policies;
import io.verigate.policy.RuleSetBundle;
import io.verigate.rules.check.RuleCheck;
import io.verigate.rules.check.RuleConditions;
import io.verigate.rules.check.RuleDefinition;
import io.verigate.rules.runtime.RuleFailure;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSet.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every attack of the corpus, against each gate alone and against all of them.
final class FenceTest {
    private static final Policies POLICIES =
            Policies.read(Map.of("policies/test.yaml", "policy: test\nvalues: { pause: 10m }\n"));
    private static final String REQUEST =
            RequestSource.of(POLICIES, List.of(), RulePrefilter.before(List.of()));

    /// What came of an attack at one gate.
    private enum Outcome {
        STOPPED("stopped"),
        PASSED("-"),
        BROKEN("no code"),
        NOT_TRIED("");

        private final String shown;

        Outcome(String shown) {
            this.shown = shown;
        }
    }

    static List<Attack> attacks() {
        return Attack.all();
    }

    @Test
    void theCorpusIsLargeAndItsAttacksDiffer() {
        assertThat(attacks()).hasSizeGreaterThan(160).doesNotHaveDuplicates();
        assertThat(attacks()).extracting(Attack::toString).doesNotHaveDuplicates();
        assertThat(attacks())
                .extracting(Attack::kind)
                .contains(
                        "process exit",
                        "exec",
                        "files",
                        "network",
                        "reflection",
                        "threads",
                        "class loading",
                        "string bombs",
                        "regular expressions",
                        "endless loops",
                        "join explosions",
                        "braces and comments",
                        "unicode escapes",
                        "metadata and more",
                        "YAML",
                        "bundles",
                        "large files");
    }

    /// What an analyst sees: the first gate, its place, and one line that says what to do.
    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void theFirstGateRefusesItAndNamesThePlace(Attack attack) {
        List<Diagnostic> faults = source(attack);

        assertThat(faults).isNotEmpty();
        assertThat(faults)
                .anySatisfy(fault -> {
                    assertThat(fault.message()).doesNotContain("\n").hasSizeLessThan(400);
                    assertThat(fault.topic()).isNotIn("metadata", "id");
                    assertThat(fault.file()).isNotBlank();
                });
        if (attack.what().equals("drl") || attack.what().equals("zip")) {
            assertThat(faults)
                    .allSatisfy(fault -> assertThat(fault.gate()).isEqualTo(FenceGate.SOURCE));
        }
    }

    /// The table of attacks and gates. With the first gate open, the others stop what compiles.
    @Test
    void theOtherGatesStopItToo() {
        Map<Attack, Map<FenceGate, Outcome>> table = new LinkedHashMap<>();
        for (Attack attack : attacks()) {
            table.put(attack, outcomes(attack));
        }
        print(table);

        table.forEach((attack, outcomes) -> {
            assertThat(outcomes).as("%s", attack).containsEntry(FenceGate.SOURCE, Outcome.STOPPED);
            if (outcomes.get(FenceGate.BYTECODE) == Outcome.PASSED) {
                assertThat(
                                outcomes.values().stream()
                                                .skip(1)
                                                .anyMatch(one -> one == Outcome.STOPPED)
                                        || HARMLESS.contains(attack.name()))
                        .as(
                                "`%s` is stopped behind the first gate, or known to be harmless",
                                attack)
                        .isTrue();
            }
        });
        for (FenceGate gate : FenceGate.values()) {
            assertThat(table.values().stream().map(one -> one.get(gate)))
                    .as("%s", gate)
                    .contains(Outcome.STOPPED);
        }
    }

    /// What these compile to does nothing but what rules may do; only the form is refused.
    private static final Set<String> HARMLESS =
            Set.of(
                    "block in then",
                    "line that hides behind a mark",
                    "octal in a text",
                    "character zero",
                    "code in metadata",
                    "metadata that ends the rule",
                    "assignment of the global",
                    "long chain",
                    "many calls");

    private static Map<FenceGate, Outcome> outcomes(Attack attack) {
        Map<FenceGate, Outcome> outcomes = new EnumMap<>(FenceGate.class);
        outcomes.put(FenceGate.SOURCE, source(attack).isEmpty() ? Outcome.PASSED : Outcome.STOPPED);
        if (!attack.what().equals("drl") || attack.isLarge()) {
            return outcomes;
        }
        Map<String, byte[]> open = compiled(attack, Set.of());
        outcomes.put(
                FenceGate.CLASSES,
                open.isEmpty()
                        ? Outcome.BROKEN
                        : compiled(attack, Set.of(FenceGate.CLASSES)).isEmpty()
                                ? Outcome.STOPPED
                                : Outcome.PASSED);
        outcomes.put(
                FenceGate.BYTECODE,
                open.isEmpty() ? Outcome.BROKEN : refused(open) ? Outcome.STOPPED : Outcome.PASSED);
        outcomes.put(
                FenceGate.LIMITS,
                !attack.runs()
                        ? Outcome.NOT_TRIED
                        : runs(attack) ? Outcome.PASSED : Outcome.STOPPED);
        return outcomes;
    }

    private static List<Diagnostic> source(Attack attack) {
        try {
            switch (attack.what()) {
                case "drl" ->
                        new RuleCheck(POLICIES).check(Map.of("rules/attack.drl", attack.dressed()));
                case "policy" -> Policies.read(Map.of("policies/attack.yaml", attack.text()));
                case "cases" ->
                        new CaseReader(POLICIES.schema())
                                .read(Map.of("policies/attack.cases.yaml", attack.text()));
                default -> RuleSetBundle.read(zip(attack.text(), attack.content()));
            }
            return List.of();
        } catch (InvalidRuleSetException faults) {
            return faults.all();
        }
    }

    /// The classes that it makes of it, with some gates closed; empty when it is not compiled.
    private static Map<String, byte[]> compiled(Attack attack, Set<FenceGate> gates) {
        try {
            return new RuleCompiler(POLICIES, Map.of(), gates)
                    .rehearse(Map.of("attack.drl", attack.raw(POLICIES)), REQUEST);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // Drools fails in many ways over what is no rule; none of them compiles it.
            return Map.of();
        }
    }

    private static boolean refused(Map<String, byte[]> classes) {
        try {
            BytecodeCheck.check(classes, Map.of());
            return false;
        } catch (InvalidRuleSetException faults) {
            assertThat(faults.all())
                    .allSatisfy(fault -> assertThat(fault.gate()).isEqualTo(FenceGate.BYTECODE));
            return true;
        }
    }

    /// Whether an evaluation comes to an end within its limits.
    private static boolean runs(Attack attack) {
        RuleSet.Compiled compiled =
                new RuleCompiler(POLICIES, Map.of(), EnumSet.noneOf(FenceGate.class))
                        .compile(Map.of("attack.drl", attack.raw(POLICIES)), REQUEST);
        Map<String, RuleConditions> rules = new LinkedHashMap<>();
        for (String name : List.of("r", "s", "grow", "join", "start")) {
            RuleDefinition rule =
                    new RuleDefinition(
                            name, name, "", "", "", "", "", Mode.ENFORCE, "attack.drl", 1);
            rules.put(name, new RuleConditions(rule, List.of(), Map.of()));
        }
        FactSchema schema = POLICIES.schema();
        Facts facts =
                schema.builder()
                        .set(KnownFact.NOW, Instant.EPOCH)
                        .set(KnownFact.ASKS_FOR_CODE, true)
                        .build();
        try (RuleSet ruleSet =
                new RuleSet(
                        "attack",
                        POLICIES,
                        rules,
                        compiled,
                        System::nanoTime,
                        Limits.DEFAULT,
                        took -> {})) {
            ruleSet.evaluate(facts);
            return true;
        } catch (RuleFailure e) {
            return false;
        }
    }

    private static byte[] zip(String name, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void print(Map<Attack, Map<FenceGate, Outcome>> table) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%-22s %-40s %-9s %-9s %-9s %-9s"
                        .formatted(
                                "kind",
                                "attack",
                                "1 source",
                                "2 classes",
                                "3 bytecode",
                                "4 limits"));
        table.forEach((attack, outcomes) -> {
            StringBuilder line =
                    new StringBuilder("%-22s %-40s".formatted(attack.kind(), attack.name()));
            for (FenceGate gate : FenceGate.values()) {
                line.append(
                        " %-9s".formatted(outcomes.getOrDefault(gate, Outcome.NOT_TRIED).shown));
            }
            lines.add(line.toString().stripTrailing());
        });
        for (FenceGate gate : FenceGate.values()) {
            lines.add(
                    "gate %d stops %d of %d"
                            .formatted(
                                    gate.number(),
                                    table.values().stream()
                                            .filter(one -> one.get(gate) == Outcome.STOPPED)
                                            .count(),
                                    table.values().stream()
                                            .filter(one ->
                                                    one.getOrDefault(gate, Outcome.NOT_TRIED)
                                                                    == Outcome.STOPPED
                                                            || one.get(gate) == Outcome.PASSED)
                                            .count()));
        }
        System.out.println(String.join("\n", lines));
    }
}
