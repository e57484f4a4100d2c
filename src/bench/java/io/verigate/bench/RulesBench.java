package io.verigate.bench;

import io.verigate.decision.Facts;
import io.verigate.decision.Merge;
import io.verigate.decision.Ruling;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.RuleSet;
import io.verigate.rules.RuleSetLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// From facts to findings to one verdict: the policy `request-volume` in every engine, checked to say the same of ten
/// thousand requests before anything is measured, and all shipped rules.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RulesBench {
    private static final int CHECKED = 10_000;
    private static final int MANY = 1 << 10;

    /// Ordinary ones are the first of their kind and fire nothing; mixed ones lie around all limits and fire two rules on
    /// average.
    @Param({"ordinary", "mixed"})
    public String asked;

    private RuleSet shipped;
    private RuleSet volume;
    private WithEvrete evrete;
    private WithDmn dmn;
    private final List<VolumeRequest> requests = new ArrayList<>();
    private final List<Facts> facts = new ArrayList<>();
    private final List<Facts> shippedFacts = new ArrayList<>();
    private final List<Map<String, Object>> named = new ArrayList<>();
    private int next;

    public static void main(String[] arguments) throws RunnerException {
        new Runner(
                        new OptionsBuilder()
                                .include(RulesBench.class.getSimpleName())
                                .include(ManyRulesBench.class.getSimpleName())
                                .addProfiler(GCProfiler.class)
                                .build())
                .run();
    }

    /// Loads all engines, and checks that they say the same.
    @Setup
    public void load() {
        RuleSetFiles files = RuleSetFiles.read(Path.of("rules"), Path.of("policies"));
        shipped = new RuleSetLoader(System::nanoTime).load(files);
        String file = "rules/request-volume.drl";
        volume =
                new RuleSetLoader(System::nanoTime)
                        .load(
                                new RuleSetFiles(
                                        Map.of(file, files.rules().get(file)),
                                        files.policies(),
                                        Map.of()));
        evrete = new WithEvrete();
        dmn = new WithDmn();
        List<VolumeRequest> all = VolumeRequest.mixed(CHECKED);
        all.forEach(this::check);
        for (VolumeRequest mixed : all.subList(0, MANY)) {
            VolumeRequest request = asked.equals("mixed") ? mixed : VolumeRequest.ordinary();
            requests.add(request);
            facts.add(request.facts(volume.policies().schema()));
            shippedFacts.add(request.facts(shipped.policies().schema()));
            named.add(named(request));
        }
    }

    private void check(VolumeRequest request) {
        List<String> expected = HandWritten.fired(request);
        same(expected, volume.evaluate(request.facts(volume.policies().schema())).fired());
        same(expected, evrete.fired(request).stream().sorted().toList());
        same(expected, dmn.fired(named(request)).stream().sorted().toList());
    }

    private static void same(List<String> expected, List<String> fired) {
        if (!expected.equals(fired)) {
            throw new IllegalStateException(
                    "the policies differ: " + expected + " and " + fired + "; mend them first");
        }
    }

    private static Map<String, Object> named(VolumeRequest request) {
        Map<String, Object> named = new HashMap<>();
        for (var part : VolumeRequest.class.getRecordComponents()) {
            try {
                named.put(part.getName(), part.getAccessor().invoke(request));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return named;
    }

    /// Ends the engines.
    @TearDown
    public void close() {
        shipped.close();
        volume.close();
        evrete.close();
    }

    private int next() {
        next = next + 1 & MANY - 1;
        return next;
    }

    /// All shipped rules.
    @Benchmark
    public Merge shippedRules() {
        Ruling ruling = shipped.evaluate(shippedFacts.get(next()));
        return Merge.of(ruling.findings());
    }

    /// The eleven rules of one policy.
    @Benchmark
    public Merge onePolicy() {
        return Merge.of(volume.evaluate(facts.get(next())).findings());
    }

    /// The same in Java.
    @Benchmark
    public List<String> onePolicyHandWritten() {
        return HandWritten.fired(requests.get(next()));
    }

    /// The same in Evrete.
    @Benchmark
    public List<String> onePolicyEvrete() {
        return evrete.fired(requests.get(next()));
    }

    /// The same in a decision table.
    @Benchmark
    public List<String> onePolicyDmn() {
        return dmn.fired(named.get(next()));
    }
}
