package io.verigate.bench;

import io.verigate.decision.Facts;
import io.verigate.decision.FactSchema;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Ruling;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.RuleSet;
import io.verigate.rules.RuleSetLoader;
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

/// What one evaluation costs by the number of rules. Two of them fire; the others differ in their first or in their
/// second condition.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ManyRulesBench {
    /// How many rules.
    @Param({"10", "30", "100", "1000", "5000"})
    public int rules;

    private RuleSet ruleSet;
    private Facts facts;

    /// Compiles them.
    @Setup
    public void load() {
        RuleSetFiles shipped = RuleSetFiles.read(Path.of("rules"), Path.of("policies"));
        String text =
                IntStream.rangeClosed(1, rules)
                        .mapToObj(ManyRulesBench::rule)
                        .collect(Collectors.joining());
        ruleSet =
                new RuleSetLoader(System::nanoTime)
                        .load(
                                new RuleSetFiles(
                                        Map.of("rules/many.drl", text),
                                        shipped.policies(),
                                        Map.of()));
        FactSchema schema = ruleSet.policies().schema();
        facts =
                schema.builder()
                        .set(KnownFact.NOW, Instant.EPOCH)
                        .set(KnownFact.ASKS_FOR_CODE, true)
                        .set(schema.place("requestsFromSource1h").orElseThrow(), 3L)
                        .build();
    }

    private static String rule(int number) {
        return """
        rule "Rule %1$d" @id("MA-%1$04d") @summary("s") @reason("r") @owner("o") @source("s") @since("2026-11-24")
        when Request( asksForCode, requestsFromSource1h > %1$d, $wait : destinationWait )
        then findings.advise("wait-before-retry");
        end
        """
                .formatted(number);
    }

    /// Gives the memory back.
    @TearDown
    public void close() {
        ruleSet.close();
    }

    /// One evaluation.
    @Benchmark
    public Ruling evaluate() {
        return ruleSet.evaluate(facts);
    }
}
