package io.verigate.cli;

import io.verigate.analysis.regression.CaseOutcome;
import io.verigate.analysis.regression.Suite;
import io.verigate.analysis.regression.SuiteRunner;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.explain.Coverage;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSetLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs cases and timelines in memory.
@Command(
        name = "test",
        description = {
            "Checks the rules, then runs every case and timeline in policies/*.cases.yaml against them, in memory.",
            "Exit code 0: everything holds; 1: faults, something does not hold, or the coverage is below the threshold;"
                    + " 2: there is nothing to run."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class)
final class TestCommand implements Callable<Integer> {
    private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";

    @Parameters(arity = "0..1", paramLabel = "folder", description = RulesCommand.FOLDER)
    private @Nullable Path folder;

    @Option(names = "--watch", description = "Run again whenever a file is saved; end with Ctrl-C.")
    private boolean watch;

    @Option(
            names = "--junit",
            paramLabel = "file",
            description = "Also write what came out into a file, as build servers read it.")
    private @Nullable Path junit;

    @Option(
            names = "--coverage",
            description =
                    "Tell for each rule how often it fires and nearly fires, and which constraints no case tries.")
    private boolean coverage;

    @Option(
            names = "--threshold",
            paramLabel = "percent",
            description = "The least coverage of rules and of constraints that is good.")
    private @Nullable Double threshold;

    @Option(
            names = "--case",
            defaultValue = "",
            paramLabel = "text",
            description = "Only those with this text in their name.")
    private String text = "";

    @Option(
            names = "--policy",
            defaultValue = "",
            paramLabel = "name",
            description = "Only those of this policy, such as wait-times.")
    private String policy = "";

    @Option(names = "--format", defaultValue = "text", description = RulesCommand.FORMAT)
    private OutputFormat format = OutputFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RulesFolder home = RulesFolder.of(folder);
        if (!watch) {
            return run(home);
        }
        try (FolderWatch files = new FolderWatch(home.folders())) {
            again(home, Set.of());
            while (true) {
                again(home, files.next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Verigate.GOOD;
        }
    }

    private void again(RulesFolder home, Set<String> changed) {
        boolean terminal = System.console() != null && System.console().isTerminal();
        out().print(terminal ? CLEAR : "");
        if (!changed.isEmpty()) {
            out().println("changed: " + String.join(", ", changed));
        }
        try {
            run(home);
        } catch (MisuseException e) {
            out().println(e.getMessage());
        }
        out().println("waiting for changes in " + home.home());
        out().flush();
    }

    private int run(RulesFolder home) {
        OptionalDouble least =
                threshold == null ? OptionalDouble.empty() : OptionalDouble.of(threshold);
        try {
            RuleSetFiles files = home.read();
            try (RuleSet ruleSet = new RuleSetLoader(System::nanoTime).load(files)) {
                TestRun tested = tested(ruleSet, files);
                report().tested(tested, coverage, least);
                if (junit != null) {
                    JunitFile.write(junit, tested);
                }
                return tested.good(least) ? Verigate.GOOD : Verigate.NOT_GOOD;
            }
        } catch (InvalidRuleSetException faults) {
            RulesReport report =
                    format == OutputFormat.TEXT
                            ? new TextReport(home, out())
                            : new JsonReport(out());
            report.faults(faults.all());
            return Verigate.NOT_GOOD;
        }
    }

    private TestRun tested(RuleSet ruleSet, RuleSetFiles files) {
        String wanted = text.toLowerCase(Locale.ROOT);
        Suite suite =
                Suite.read(ruleSet.policies(), files.cases())
                        .only((file, name) ->
                                name.toLowerCase(Locale.ROOT).contains(wanted)
                                        && (policy.isEmpty()
                                                || file.equals(
                                                        "policies/" + policy + ".cases.yaml")));
        if (suite.size() == 0) {
            throw new MisuseException(
                    wanted.isEmpty() && policy.isEmpty()
                            ? "there is no case in policies/: write one into `policies/NAME.cases.yaml`"
                            : "no case is left: give `--case` a part of a name, `--policy` the name of a file in policies/");
        }
        SuiteRunner runner = new SuiteRunner(ruleSet, System::nanoTime);
        long start = System.nanoTime();
        List<CaseOutcome> outcomes = runner.run(suite);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new TestRun(
                ruleSet, suite, outcomes, Coverage.of(ruleSet, CaseOutcome.facts(outcomes)), took);
    }

    private TestReport report() {
        return switch (format) {
            case TEXT -> new TestText(out());
            case JSON -> new TestJson(out());
        };
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
