package io.verigate.bench;

import io.verigate.decision.Evaluation;
import io.verigate.decision.FactSchema;
import io.verigate.decision.Facts;
import io.verigate.decision.KnownFact;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSetLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What one evaluation costs by the number of rules. Two of them fire; the others ask the same two
/// facts for other numbers: one by one, so that Drools looks them up, or their difference, which
/// nothing can look up. It takes half a minute until the code of 5,000 rules is compiled.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 40, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ManyRulesBench {
    private static final int IN_A_FILE = 1_000;

    /// How many rules.
    @Param({"10", "30", "100", "1000", "5000"})
    public int rules;

    /// What they compare with a number.
    @Param({"fact", "difference"})
    public String compared;

    private RuleSet ruleSet;
    private Facts facts;

    /// Compiles them.
    @Setup
    public void load() {
        RuleSetFiles shipped = RuleSetFiles.read(Path.of("rules"), Path.of("policies"));
        Map<String, String> files =
                IntStream.rangeClosed(1, rules)
                        .boxed()
                        .collect(
                                Collectors.groupingBy(
                                        number -> "rules/many-" + number / IN_A_FILE + ".drl",
                                        Collectors.mapping(this::rule, Collectors.joining())));
        ruleSet =
                new RuleSetLoader(System::nanoTime)
                        .load(
                                new RuleSetFiles(files, shipped.policies(), Map.of()),
                                RuleSet.Limits.PATIENT);
        FactSchema schema = ruleSet.policies().schema();
        facts =
                schema.builder()
                        .set(KnownFact.NOW, Instant.EPOCH)
                        .set(KnownFact.ASKS_FOR_CODE, true)
                        .set(schema.index("requestsFromSource1h").orElseThrow(), 3L)
                        .build();
    }

    private String rule(int number) {
        return """
        rule "Rule %1$d" @id("MA-%1$04d") @summary("s") @reason("r") @owner("o") @requirement("s") @since("2026-11-24")
        when Request( asksForCode, %2$s > %1$d, $wait : destinationWait )
        then findings.advise("wait-before-retry");
        end
        """
                .formatted(
                        number,
                        compared.equals("fact")
                                ? "requestsFromSource1h"
                                : "requestsFromSource1h - accountsFromSource1h");
    }

    /// Gives the memory back.
    @TearDown
    public void close() {
        ruleSet.close();
    }

    /// One evaluation.
    @Benchmark
    public Evaluation evaluate() {
        return ruleSet.evaluate(facts);
    }
}
