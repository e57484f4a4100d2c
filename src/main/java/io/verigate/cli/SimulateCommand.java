package io.verigate.cli;

import io.verigate.analysis.simulation.AttackKind;
import io.verigate.analysis.simulation.Playback;
import io.verigate.analysis.simulation.SimulationPlan;
import io.verigate.analysis.simulation.SimulationRunner;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSet.Limits;
import io.verigate.rules.runtime.RuleSetLoader;
import io.verigate.signal.NetworkTables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Simulates traffic against a rule set in memory.
@Command(
        name = "simulate",
        description = {
            "Simulates honest people and attackers against the rules, through the whole decision pipeline, and reports what"
                    + " the rules cost each of them. Runs in memory; the same seed always gives the same result.",
            "With --recorded, plays back a recording instead: earlier verdicts affect later counters and blocks."
        },
        exitCodeList = {"0:Completed", "1:The rules have errors", "2:Invalid usage"})
final class SimulateCommand implements Callable<Integer> {
    @Mixin private final RulesFolder folder = new RulesFolder();

    @Option(
            names = "--against",
            paramLabel = "FOLDER",
            description = "Folder of a baseline rule set to compare with.")
    private @Nullable Path against;

    @Option(
            names = "--recorded",
            paramLabel = "FILE",
            description = "Play back this recording, made by `rules record`.")
    private @Nullable Path recorded;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Seed of the random numbers. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--people",
            defaultValue = "2000",
            description = "Number of honest people, up to 1000000. Default: ${DEFAULT-VALUE}")
    private int people;

    @Option(
            names = "--days",
            defaultValue = "7",
            description = "Simulated days, 1 to 90. Default: ${DEFAULT-VALUE}")
    private int days;

    @Option(
            names = "--attack",
            split = ",",
            paramLabel = "ATTACK",
            description = "Attacks to simulate: ${COMPLETION-CANDIDATES}. Default: all")
    private List<AttackKind> attacks = List.of(AttackKind.values());

    @Option(names = "--no-attacks", description = "Simulate honest people only.")
    private boolean peaceful;

    @Mixin private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        if (people < 0 || people > 1_000_000 || days < 1 || days > 90) {
            throw new UsageException("`--people` must be from 0 to 1000000, `--days` from 1 to 90");
        }
        List<RuleSet> ruleSets = new ArrayList<>();
        try {
            if (against != null && !load(new RulesFolder(against), ruleSets)
                    || !load(folder, ruleSets)) {
                return ExitCode.SOFTWARE;
            }
            if (recorded == null) {
                simulate(ruleSets);
            } else {
                playBack(ruleSets, recorded);
            }
            return ExitCode.OK;
        } finally {
            ruleSets.forEach(RuleSet::close);
        }
    }

    /// Adds the rule set of a folder, or prints its errors.
    private boolean load(RulesFolder source, List<RuleSet> ruleSets) {
        try {
            ruleSets.add(new RuleSetLoader(System::nanoTime).load(source.read(), Limits.PATIENT));
            return true;
        } catch (InvalidRuleSetException invalid) {
            new TextReport(source, output.out()).printErrors(invalid.all());
            return false;
        }
    }

    private void simulate(List<RuleSet> ruleSets) throws IOException {
        SimulationPlan plan =
                new SimulationPlan(
                        seed,
                        people,
                        SimulationPlan.MONDAY,
                        Duration.ofDays(days),
                        peaceful ? List.of() : attacks);
        List<SimulationRunner.Outcome> outcomes = new ArrayList<>();
        for (RuleSet ruleSet : ruleSets) {
            outcomes.add(new SimulationRunner(plan, NetworkTables.open(List.of())).run(ruleSet));
        }
        SimulationReport report = new SimulationReport(plan, currency(ruleSets), outcomes);
        output.out().println(output.json() ? OutputOptions.json(report) : report.text());
    }

    /// The first rule set defines what the recorded counters are called.
    private void playBack(List<RuleSet> ruleSets, Path recording) throws IOException {
        Playback playback =
                new Playback(
                        RecordingReader.read(recording),
                        ruleSets.getFirst(),
                        NetworkTables.open(List.of()));
        PlaybackReport report =
                new PlaybackReport(
                        currency(ruleSets), ruleSets.stream().map(playback::run).toList());
        output.out().println(output.json() ? OutputOptions.json(report) : report.text());
    }

    private static String currency(List<RuleSet> ruleSets) {
        return String.join(" ", ruleSets.getLast().policies().list("priceCurrency"));
    }
}
