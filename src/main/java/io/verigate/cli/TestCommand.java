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
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs cases and timelines in memory.
@Command(
        name = "test",
        description =
                "Checks the rules, then runs every case and timeline in policies/*.cases.yaml in memory.",
        exitCodeList = {
            "0:Everything passed",
            "1:The rules have errors, a case failed, or the coverage is below the threshold",
            "2:Invalid usage, or there are no cases"
        })
final class TestCommand implements Callable<Integer> {
    private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";
    @Mixin private final RulesFolder folder = new RulesFolder();

    @Option(
            names = "--watch",
            description = "Run again whenever a file is saved; stop with Ctrl-C.")
    private boolean watch;

    @Option(
            names = "--junit",
            paramLabel = "file",
            description = "Also write the results to a JUnit XML file.")
    private @Nullable Path junit;

    @Option(
            names = "--coverage",
            description =
                    "Show for each rule how often it fires and nearly fires, and which constraints no case covers.")
    private boolean coverage;

    @Option(
            names = "--threshold",
            paramLabel = "percent",
            description = "Minimum coverage of rules and of constraints. Default: none")
    private double threshold;

    @Option(
            names = "--case",
            defaultValue = "",
            paramLabel = "text",
            description = "Run only cases with this text in their name.")
    private String text = "";

    @Option(
            names = "--policy",
            defaultValue = "",
            paramLabel = "name",
            description = "Run only cases of this policy, for example wait-times.")
    private String policy = "";

    @Mixin private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        if (!watch) {
            return run();
        }
        try (FolderWatch files = new FolderWatch(folder.folders())) {
            runAgain(Set.of());
            while (true) {
                runAgain(files.next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.OK;
        }
    }

    private void runAgain(Set<String> changed) {
        boolean terminal = System.console() != null && System.console().isTerminal();
        PrintWriter out = output.out();
        out.print(terminal ? CLEAR : "");
        if (!changed.isEmpty()) {
            out.println("changed: " + String.join(", ", changed));
        }
        try {
            run();
        } catch (UsageException e) {
            out.println(e.getMessage());
        }
        out.println("waiting for changes in " + folder.home());
        out.flush();
    }

    private int run() {
        RulesReport report =
                output.json() ? new JsonReport(output.out()) : new TextReport(folder, output.out());
        try {
            RuleSetFiles files = folder.read();
            try (RuleSet ruleSet = new RuleSetLoader(System::nanoTime).load(files)) {
                return print(run(ruleSet, suite(ruleSet, files)));
            }
        } catch (InvalidRuleSetException invalid) {
            report.printErrors(invalid.all());
            return ExitCode.SOFTWARE;
        }
    }

    private int print(TestRun run) {
        if (output.json()) {
            new TestJson(output.out()).print(run, coverage || threshold > 0);
        } else {
            new TestText(output.out()).print(run, coverage);
        }
        if (junit != null) {
            JUnitReport.write(junit, run);
        }
        return run.passed() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Suite suite(RuleSet ruleSet, RuleSetFiles files) {
        String part = text.toLowerCase(Locale.ROOT);
        String policyFile = "policies/" + policy + ".cases.yaml";
        Suite suite =
                Suite.read(ruleSet.policies(), files.cases())
                        .only((file, name) ->
                                name.toLowerCase(Locale.ROOT).contains(part)
                                        && (policy.isEmpty() || file.equals(policyFile)));
        if (suite.size() == 0) {
            throw new UsageException(
                    part.isEmpty() && policy.isEmpty()
                            ? "there are no cases in policies/; add one to `policies/NAME.cases.yaml`"
                            : "no case matches; `--case` must be part of a name, `--policy` the name of a file in policies/");
        }
        return suite;
    }

    private TestRun run(RuleSet ruleSet, Suite suite) {
        long start = System.nanoTime();
        List<CaseOutcome> outcomes = new SuiteRunner(ruleSet, System::nanoTime).run(suite);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new TestRun(
                ruleSet,
                suite,
                outcomes,
                Coverage.of(ruleSet, CaseOutcome.facts(outcomes)),
                took,
                threshold);
    }
}
