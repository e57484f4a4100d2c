package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Proves recorded decisions, on a running service.
@Command(
        name = "replay",
        description = {
            "Has a running service decide recorded decisions again by the rule sets that made them, and compares"
                    + " everything: facts, rules that fired, findings, verdict, end, reasons, advice, route, block.",
            "Exit code 0: every decision came out the same; 1: one did not, or could not be replayed; 2: not understood."
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "decision",
            description = "The id of one decision; with --verify, all of a period.")
    private @Nullable String decision;

    @Option(names = "--verify", description = "Proves every decision of the period.")
    private boolean verify;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private RunOptions options;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (verify == (decision != null)) {
            throw new MisuseException(
                    "name either one decision, or `--verify` for all of a period");
        }
        PrintWriter out = spec.commandLine().getOut();
        ObjectNode order = RunOptions.order("replay");
        if (decision != null) {
            order.put("decision", decision);
        }
        JsonNode run =
                options.run(
                        order,
                        out,
                        ended -> out.print(new ReplayText(ended.path("result")).text()));
        return proven(run.path("result")) ? Verigate.GOOD : Verigate.NOT_GOOD;
    }

    private static boolean proven(JsonNode result) {
        return result.path("complete").asBoolean()
                && result.path("same").asLong() == result.path("decisions").asLong();
    }
}
