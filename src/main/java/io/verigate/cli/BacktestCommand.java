package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.policy.RuleSetBundle;
import io.verigate.policy.RuleSetFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tries a candidate on recorded decisions, on a running service.
@Command(
        name = "backtest",
        description = {
            "Has a running service decide recorded decisions again by the rules of a folder, and tells what would have"
                    + " changed: verdicts, messages and their cost, honest people hurt. The service writes nothing but"
                    + " the report, and goes on deciding by its own rules.",
            "Ctrl-C ends it early and prints what it has. Exit code 0: done; 1: it failed, or is partial; 2: there is"
                    + " nothing to read."
        },
        mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "folder",
            description =
                    "The folder that holds rules/ and policies/; without it, VERIGATE_HOME or the folder you are in.")
    private @Nullable Path folder;

    @Option(
            names = "--revision",
            description = "A rule set that the service has stored, in place of a folder.")
    private @Nullable String revision;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private RunOptions options;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ObjectNode order = RunOptions.order("backtest");
        if (revision != null) {
            order.put("revision", revision);
        } else {
            RuleSetFiles files = RulesFolder.of(folder).read();
            order.put("bundle", Base64.getEncoder().encodeToString(RuleSetBundle.write(files)));
        }
        JsonNode run =
                options.run(
                        order,
                        out,
                        ended -> out.print(new BacktestText(ended.path("result")).text()));
        return run.path("state").asText().equals("done") ? Verigate.GOOD : Verigate.NOT_GOOD;
    }
}
