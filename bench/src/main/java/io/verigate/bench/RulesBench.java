package io.verigate.bench;

import io.verigate.bench.shipped.Asked;
import io.verigate.bench.shipped.ShippedByHand;
import io.verigate.decision.Evaluation;
import io.verigate.decision.Facts;
import io.verigate.decision.Merge;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSet.Limits;
import io.verigate.rules.runtime.RuleSetLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// From facts to findings to one verdict: all shipped rules, and the policy `request-volume` in
/// every engine, each beside the same by hand; checked to say the same of ten thousand requests
/// before anything is measured.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class RulesBench {
    private static final int CHECKED = 10_000;
    private static final int MANY = 1 << 10;

    /// Of a hundred facts of a mixed request, so many are not as in an ordinary one.
    private static final int KNOWN = 15;

    /// Ordinary ones are the first of their kind and fire nothing; mixed ones lie around all limits
    /// and fire two rules on average.
    @Param({"ordinary", "mixed"})
    public String asked = "mixed";

    private RuleSet shipped;
    private RuleSet volume;
    private WithEvrete evrete;
    private WithDmn dmn;
    private final List<VolumeRequest> requests = new ArrayList<>();
    private final List<Facts> facts = new ArrayList<>();
    private final List<Map<String, Object>> named = new ArrayList<>();
    private List<Facts> shippedFacts = List.of();
    private List<Asked> shippedAsked = List.of();
    private int next;

    /// @param arguments of JMH, such as `-p asked=mixed -p rules=30`; none to measure everything
    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        RulesBench engines = new RulesBench();
        engines.load();
        List<VolumeRequest> requests = VolumeRequest.mixed(CHECKED);
        new Sameness(engines.volume, engines.evrete, engines.dmn).check(requests);
        Sameness.checkShipped(
                engines.shipped,
                engines.shippedFacts,
                new Around(engines.shipped.policies()).facts(CHECKED, 100));
        engines.close();
        Collection<RunResult> results =
                new Runner(
                                new OptionsBuilder()
                                        .parent(new CommandLineOptions(arguments))
                                        .include(RulesBench.class.getSimpleName())
                                        .include(ManyRulesBench.class.getSimpleName())
                                        .addProfiler(GCProfiler.class)
                                        .shouldFailOnError(true)
                                        .build())
                        .run();
        List<Line> lines = new ArrayList<>(Line.of(results));
        lines.addAll(WithZen.measure(requests, requests.subList(0, MANY)));
        System.out.println(Line.table(lines));
    }

    /// Loads all engines.
    @Setup
    public void load() {
        RuleSetFiles files = RuleSetFiles.read(Path.of("rules"), Path.of("policies"));
        shipped = new RuleSetLoader(System::nanoTime).load(files, Limits.PATIENT);
        String file = "rules/request-volume.drl";
        volume =
                new RuleSetLoader(System::nanoTime)
                        .load(
                                new RuleSetFiles(
                                        Map.of(file, files.rules().get(file)),
                                        files.policies(),
                                        Map.of()),
                                Limits.PATIENT);
        evrete = new WithEvrete();
        dmn = new WithDmn();
        Around around = new Around(shipped.policies());
        shippedFacts =
                asked.equals("mixed")
                        ? around.facts(MANY, KNOWN)
                        : Collections.nCopies(MANY, around.ordinary());
        shippedAsked = shippedFacts.stream().map(Asked::of).toList();
        for (VolumeRequest mixed : VolumeRequest.mixed(MANY)) {
            VolumeRequest request = asked.equals("mixed") ? mixed : VolumeRequest.ordinary();
            requests.add(request);
            facts.add(request.facts(volume.policies().schema()));
            named.add(request.named());
        }
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

    /// All shipped rules; here the median of single evaluations counts, as in the target: on average,
    /// the few requests that fire ten rules would stand for all.
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Merge shippedRules() {
        Evaluation ruling = shipped.evaluate(shippedFacts.get(next()));
        return Merge.of(ruling.findings());
    }

    /// The same in Java.
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Merge shippedByHand() {
        return Merge.of(ShippedByHand.findings(shippedAsked.get(next())));
    }

    /// The twelve rules of one policy.
    @Benchmark
    public Merge onePolicy() {
        return Merge.of(volume.evaluate(facts.get(next())).findings());
    }

    /// The same in Java.
    @Benchmark
    public List<String> onePolicyByHand() {
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
