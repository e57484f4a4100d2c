package io.verigate.cli;

import io.verigate.analysis.regression.BehaviourPage;
import io.verigate.analysis.regression.RuleSetCheck;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.Policies;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.explain.Reference;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSetLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The commands of analysts.
@Command(
        name = "rules",
        description = {
            "Develops, publishes and rolls back rules.",
            "Check, test, explain, simulate and reference work without a service; the other commands call a running one."
        },
        subcommands = {
            TestCommand.class,
            ExplainCommand.class,
            BacktestCommand.class,
            ReplayCommand.class,
            SimulateCommand.class,
            RecordCommand.class,
            FetchCommand.class,
            PublishCommand.class,
            RollbackCommand.class,
            HistoryCommand.class,
            DiffCommand.class,
            CandidateCommand.class
        })
final class RulesCommand extends CliCommand {
    private enum CheckFormat {
        TEXT,
        JSON,
        SARIF
    }

    @Command(
            name = "check",
            description =
                    "Checks all rules, policies and cases, and lists every error and warning with its location.",
            exitCodeList = {"0:No errors, possibly warnings", "1:Errors", "2:Invalid usage"})
    int check(
            @Mixin RulesFolder folder,
            @Option(
                            names = "--format",
                            defaultValue = "text",
                            description =
                                    "Output format: text, json or sarif. Default: ${DEFAULT-VALUE}")
                    CheckFormat format) {
        RulesReport report =
                switch (format) {
                    case TEXT -> new TextReport(folder, out());
                    case JSON -> new JsonReport(out());
                    case SARIF -> new SarifReport(out());
                };
        try {
            RuleSetCheck.Result result = folder.check();
            report.print(result);
            return result.usable() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (InvalidRuleSetException invalid) {
            report.printErrors(invalid.all());
            return ExitCode.SOFTWARE;
        }
    }

    @Command(
            name = "reference",
            description = {
                "Prints the facts, values and actions that rules may use, as Markdown.",
                "With --behaviours, prints the required behaviours with the rules and timelines that ensure them."
            })
    int reference(
            @Mixin RulesFolder folder,
            @Option(names = "--behaviours", description = "Print the required behaviours.")
                    boolean behaviours) {
        try {
            RuleSetFiles files = folder.read();
            out().println(
                            behaviours
                                    ? behaviours(files)
                                    : Reference.of(Policies.read(files.policies())));
            return ExitCode.OK;
        } catch (InvalidRuleSetException invalid) {
            new TextReport(folder, out()).printErrors(invalid.all());
            return ExitCode.SOFTWARE;
        }
    }

    private static String behaviours(RuleSetFiles files) {
        try (RuleSet ruleSet = new RuleSetLoader(System::nanoTime).load(files)) {
            return BehaviourPage.of(ruleSet, files);
        }
    }
}
