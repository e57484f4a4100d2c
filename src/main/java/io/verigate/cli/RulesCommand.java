package io.verigate.cli;

import io.verigate.analysis.regression.BehaviourPage;
import io.verigate.analysis.regression.RuleSetCheck;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.Policies;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.explain.Reference;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSetLoader;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What analysts do with rules.
@Command(
        name = "rules",
        description = {
            "Checks and tries rules, publishes them and takes them back.",
            "Check, test, explain, simulate and reference need no service; the others ask a running one."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
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
final class RulesCommand {
    static final String FOLDER =
            "The folder that holds rules/ and policies/; without it, VERIGATE_HOME or the folder you are in.";
    static final String FORMAT = "How to answer: text or json.";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Command(
            name = "check",
            description = {
                "Reads all rules, policies and cases, and tells every error and every warning with its place.",
                "Exit code 0: no error, warnings perhaps; 1: errors; 2: there is nothing to read."
            },
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(arity = "0..1", paramLabel = "folder", description = FOLDER)
                    @Nullable Path folder,
            @Option(
                            names = "--format",
                            defaultValue = "text",
                            description = "How to answer: text, json or sarif.")
                    CheckFormat format) {
        RulesFolder home = RulesFolder.of(folder);
        PrintWriter out = spec.commandLine().getOut();
        RulesReport report =
                switch (format) {
                    case TEXT -> new TextReport(home, out);
                    case JSON -> new JsonReport(out);
                    case SARIF -> new SarifReport(out);
                };
        try {
            RuleSetCheck.Result result = home.check();
            report.checked(result);
            return result.usable() ? Verigate.GOOD : Verigate.NOT_GOOD;
        } catch (InvalidRuleSetException faults) {
            report.faults(faults.all());
            return Verigate.NOT_GOOD;
        }
    }

    /// How a check answers.
    enum CheckFormat {
        /// For people.
        TEXT,
        /// For programs: one JSON document.
        JSON,
        /// For editors and code hosts: SARIF 2.1.0.
        SARIF
    }

    @Command(
            name = "reference",
            description = {
                "Prints the facts, values, lists and actions that a rule may use, as Markdown.",
                "With --behaviours: the behaviours of the service, with the rules, cases and timelines that prove them."
            },
            mixinStandardHelpOptions = true)
    int reference(
            @Parameters(arity = "0..1", paramLabel = "folder", description = FOLDER)
                    @Nullable Path folder,
            @Option(names = "--behaviours", description = "Print the behaviours instead.")
                    boolean behaviours) {
        RulesFolder home = RulesFolder.of(folder);
        PrintWriter out = spec.commandLine().getOut();
        try {
            RuleSetFiles files = home.read();
            out.println(
                    behaviours ? behaviours(files) : Reference.of(Policies.read(files.policies())));
            return Verigate.GOOD;
        } catch (InvalidRuleSetException faults) {
            new TextReport(home, out).faults(faults.all());
            return Verigate.NOT_GOOD;
        }
    }

    private static String behaviours(RuleSetFiles files) {
        try (RuleSet ruleSet = new RuleSetLoader(System::nanoTime).load(files)) {
            return BehaviourPage.of(ruleSet, files);
        }
    }
}
