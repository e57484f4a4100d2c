package io.verigate.cli;

import io.verigate.analysis.simulation.AttackKind;
import io.verigate.analysis.simulation.Playback;
import io.verigate.analysis.simulation.SimulationPlan;
import io.verigate.analysis.simulation.SimulationRunner;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.Policies;
import io.verigate.rules.runtime.RuleSet.Limits;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSetLoader;
import io.verigate.signal.NetworkTables;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lets honest people and attackers meet a rule set, in memory.
@Command(
        name = "simulate",
        description = {
            "Lets a town of honest people and attackers meet the rules, through the whole pipeline, and tells what the"
                    + " rules cost each kind of them. Needs neither the service nor a database; the same seed always"
                    + " gives the same.",
            "With --recorded, what was recorded happens again instead: a block at noon changes what is counted at one.",
            "Exit code 0: simulated; 1: the rules have faults; 2: there is nothing to read."
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "folder",
            description =
                    "The folder that holds rules/ and policies/; without it, VERIGATE_HOME or the folder you are in.")
    private @Nullable Path folder;

    @Option(
            names = "--against",
            paramLabel = "FOLDER",
            description = "Another such folder, to see what changes from it to the first one.")
    private @Nullable Path against;

    @Option(
            names = "--recorded",
            paramLabel = "FILE",
            description = "Play this recording, made by `rules record`, and no town.")
    private @Nullable Path recorded;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of everything random; ${DEFAULT-VALUE} unless told.")
    private long seed;

    @Option(
            names = "--people",
            defaultValue = "2000",
            description = "How many are honest; ${DEFAULT-VALUE} unless told.")
    private int people;

    @Option(
            names = "--days",
            defaultValue = "7",
            description = "How long it lasts; ${DEFAULT-VALUE} unless told.")
    private int days;

    @Option(
            names = "--attack",
            split = ",",
            converter = AttackWords.class,
            completionCandidates = AttackWords.class,
            paramLabel = "ATTACK",
            description = "What attackers do: ${COMPLETION-CANDIDATES}; all of it unless told.")
    private List<AttackKind> attacks = List.of(AttackKind.values());

    @Option(names = "--no-attacks", description = "Nobody attacks.")
    private boolean peaceful;

    @Option(names = "--format", defaultValue = "text", description = "How to answer: text or json.")
    private OutputFormat format = OutputFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (people < 0 || people > 1_000_000 || days < 1 || days > 90) {
            throw new MisuseException(
                    "a simulation has up to 1000000 people and lasts from 1 to 90 days");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<RulesFolder> folders = new ArrayList<>();
        if (against != null) {
            folders.add(RulesFolder.of(against));
        }
        folders.add(RulesFolder.of(folder));
        try (Opened opened = new Opened()) {
            for (RulesFolder home : folders) {
                try {
                    opened.add(home);
                } catch (InvalidRuleSetException faults) {
                    new TextReport(home, out).faults(faults.all());
                    return Verigate.NOT_GOOD;
                }
            }
            out.println(
                    recorded == null ? town(opened.ruleSets) : played(opened.ruleSets, recorded));
        }
        return Verigate.GOOD;
    }

    /// Rule sets that are closed together.
    private static final class Opened implements AutoCloseable {
        private final List<RuleSet> ruleSets = new ArrayList<>();

        void add(RulesFolder home) throws IOException {
            ruleSets.add(new RuleSetLoader(System::nanoTime).load(home.read(), Limits.PATIENT));
        }

        @Override
        public void close() {
            ruleSets.forEach(RuleSet::close);
        }
    }

    private String town(List<RuleSet> ruleSets) throws IOException {
        List<SimulationRunner.Outcome> outcomes = new ArrayList<>();
        for (RuleSet ruleSet : ruleSets) {
            outcomes.add(new SimulationRunner(plan(), NetworkTables.open(List.of())).run(ruleSet));
        }
        SimulationReport report =
                new SimulationReport(plan(), currency(ruleSets.getLast().policies()), outcomes);
        return format == OutputFormat.JSON ? report.json() : report.text();
    }

    /// The first rule set is that of today: it tells what recorded counters are called.
    private String played(List<RuleSet> ruleSets, Path recording) throws IOException {
        Playback playback =
                new Playback(
                        RecordingFile.read(recording),
                        ruleSets.getFirst(),
                        NetworkTables.open(List.of()));
        PlaybackReport report =
                new PlaybackReport(
                        currency(ruleSets.getLast().policies()),
                        ruleSets.stream().map(playback::run).toList());
        return format == OutputFormat.JSON ? report.json() : report.text();
    }

    private SimulationPlan plan() {
        return new SimulationPlan(
                seed,
                people,
                SimulationPlan.MONDAY,
                Duration.ofDays(days),
                peaceful ? List.of() : attacks);
    }

    private static String currency(Policies policies) {
        return String.join(" ", policies.list("priceCurrency"));
    }
}
