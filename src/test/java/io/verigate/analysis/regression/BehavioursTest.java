package io.verigate.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.assessment.ShippedRules;
import io.verigate.rules.runtime.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every behaviour is proven by rules, cases and timelines, and the page in `docs/` lists them.
final class BehavioursTest {
    private static final RuleSet RULES = ShippedRules.ruleSet();
    private static final List<Evidence> EVIDENCE = Evidence.all(RULES, ShippedRules.files());
    private static final Path PAGE = Path.of("docs", "behaviours.md");

    /// Rows that are being built.
    private static final Set<String> OPEN = Set.of();

    static Stream<Named<Evidence>> closed() {
        return EVIDENCE.stream()
                .filter(one -> !OPEN.contains(one.behaviour().id()))
                .map(one -> Named.of(one.behaviour().prefix().replace(": ", ""), one));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("closed")
    void lacksNothing(Evidence evidence) throws IOException {
        assertThat(evidence.lacks()).isEmpty();
        Set<String> tests = tests();
        assertThat(evidence.behaviour().tests()).allMatch(tests::contains);
    }

    @Test
    void allThirtyOneAreListed() {
        assertThat(ids())
                .containsAll(IntStream.rangeClosed(1, 31).mapToObj("S%02d"::formatted).toList());
    }

    @Test
    void rulesAndTimelinesNameBehavioursThatAreListed() {
        assertThat(RULES.rules())
                .allSatisfy(rule -> assertThat(ids()).contains(rule.requirement().split(" +", -1)));
        assertThat(Suite.read(RULES.policies(), ShippedRules.files().cases()).timelines())
                .allSatisfy(timeline ->
                        assertThat(EVIDENCE)
                                .as(timeline.name())
                                .anySatisfy(one ->
                                        assertThat(timeline.name())
                                                .startsWith(one.behaviour().prefix())));
    }

    @Test
    void thePageIsWhatWouldBeGenerated() throws IOException {
        assertThat(Files.readString(PAGE).strip())
                .as("out of date; run `verigate rules reference --behaviours > %s`", PAGE)
                .isEqualTo(BehaviourPage.of(RULES, ShippedRules.files()));
    }

    private static Set<String> ids() {
        return EVIDENCE.stream()
                .map(one -> one.behaviour().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
