package io.verigate.cli;

import io.verigate.policy.CaseReader;
import io.verigate.policy.Faults;
import io.verigate.policy.Policies;
import io.verigate.policy.RegressionCase;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.CaseRunner;
import io.verigate.rules.Reference;
import io.verigate.rules.RuleSet;
import io.verigate.rules.RuleSetLoader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What analysts do with rules; the commands of this class need neither the service nor a database.
@Command(
        name = "rules",
        description = {
            "Checks and tries rules without the service; publishes them to a running service, and takes them back."
        },
        subcommands = {
            PublishCommand.class,
            RollbackCommand.class,
            HistoryCommand.class,
            DiffCommand.class,
            CandidateCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RulesCommand {
    private static final String FOLDER =
            "The folder that holds rules/ and policies/; without it, VERIGATE_HOME or the folder you are in.";
    private static final String FORMAT = "How to answer: text or json.";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Command(
            name = "check",
            description = {
                "Reads all rules, policies and cases, and tells every fault with its file, line and column.",
                "Nothing is run. Exit code 0: no fault; 1: faults; 2: there is nothing to read."
            },
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(arity = "0..1", paramLabel = "folder", description = FOLDER)
                    @Nullable Path folder,
            @Option(names = "--format", defaultValue = "text", description = FORMAT)
                    OutputFormat format) {
        RulesFolder home = RulesFolder.of(folder);
        RulesReport report = report(home, format);
        try {
            RuleSetFiles files = home.read();
            try (RuleSet ruleSet = load(files)) {
                report.sound(ruleSet, cases(ruleSet, files).size());
                return Verigate.GOOD;
            }
        } catch (Faults faults) {
            report.faults(faults.all());
            return Verigate.NOT_GOOD;
        }
    }

    @Command(
            name = "test",
            description = {
                "Checks the rules, then runs every case in policies/*.cases.yaml against them.",
                "Exit code 0: every case holds; 1: faults, or cases that do not hold; 2: there is nothing to read."
            },
            mixinStandardHelpOptions = true)
    int test(
            @Parameters(arity = "0..1", paramLabel = "folder", description = FOLDER)
                    @Nullable Path folder,
            @Option(names = "--format", defaultValue = "text", description = FORMAT)
                    OutputFormat format) {
        RulesFolder home = RulesFolder.of(folder);
        RulesReport report = report(home, format);
        try {
            RuleSetFiles files = home.read();
            try (RuleSet ruleSet = load(files)) {
                CaseRunner runner = new CaseRunner(ruleSet);
                List<CaseRunner.Result> results =
                        cases(ruleSet, files).stream().map(runner::run).toList();
                report.cases(ruleSet, results);
                return results.stream().allMatch(CaseRunner.Result::holds)
                        ? Verigate.GOOD
                        : Verigate.NOT_GOOD;
            }
        } catch (Faults faults) {
            report.faults(faults.all());
            return Verigate.NOT_GOOD;
        }
    }

    @Command(
            name = "reference",
            description = "Lists the facts, values and verbs that a rule may use, as Markdown.",
            mixinStandardHelpOptions = true)
    int reference(
            @Parameters(arity = "0..1", paramLabel = "folder", description = FOLDER)
                    @Nullable Path folder) {
        RulesFolder home = RulesFolder.of(folder);
        try {
            spec.commandLine()
                    .getOut()
                    .println(Reference.of(Policies.read(home.read().policies())));
            return Verigate.GOOD;
        } catch (Faults faults) {
            report(home, OutputFormat.TEXT).faults(faults.all());
            return Verigate.NOT_GOOD;
        }
    }

    private static RuleSet load(RuleSetFiles files) {
        return new RuleSetLoader(System::nanoTime).load(files);
    }

    private static List<RegressionCase> cases(RuleSet ruleSet, RuleSetFiles files) {
        return new CaseReader(ruleSet.policies().schema()).read(files.cases());
    }

    private RulesReport report(RulesFolder home, OutputFormat format) {
        PrintWriter out = spec.commandLine().getOut();
        return switch (format) {
            case TEXT -> new TextReport(home, out);
            case JSON -> new JsonReport(out);
        };
    }
}
