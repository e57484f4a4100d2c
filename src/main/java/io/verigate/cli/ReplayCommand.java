package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Verifies recorded decisions on a running service.
@Command(
        name = "replay",
        description = {
            "Re-evaluates recorded decisions on a running service with the rule sets that made them, and compares facts,"
                    + " fired rules, findings, verdict, expiry, reasons, advice, route and block.",
            "Ctrl-C stops early and prints the partial result."
        },
        exitCodeList = {
            "0:Every decision was reproduced",
            "1:A decision differs or cannot be replayed, or the run failed",
            "2:Invalid usage"
        })
final class ReplayCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "decision",
            description = "Id of one decision to replay.")
    private @Nullable String decision;

    @Option(names = "--verify", description = "Replay every decision of the period.")
    private boolean verify;

    @Mixin private final RunOptions options = new RunOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        if (verify == (decision != null)) {
            throw new UsageException("either a decision or `--verify` is required");
        }
        ObjectNode request = OutputOptions.JSON.createObjectNode().put("kind", "replay");
        if (decision != null) {
            request.put("decision", decision);
        }
        JsonNode result =
                options.run(request, output, replay -> output.out().print(text(replay)))
                        .path("result");
        boolean reproduced =
                result.path("complete").asBoolean()
                        && result.path("same").asLong() == result.path("decisions").asLong();
        return reproduced ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String text(JsonNode result) {
        StringBuilder text = new StringBuilder();
        for (JsonNode difference : result.path("differences")) {
            text.append(
                    "%s (rule set %s) differs%n"
                            .formatted(
                                    difference.path("decision").asText(),
                                    difference.path("ruleset").asText()));
            for (JsonNode part : difference.path("parts")) {
                text.append(
                        "    %s: recorded `%s`, replayed `%s`%n"
                                .formatted(
                                        part.path("name").asText(),
                                        part.path("recorded").asText(),
                                        part.path("replayed").asText()));
            }
        }
        for (JsonNode unstored : result.path("unstored")) {
            text.append(
                    "%d decisions of rule set %s cannot be replayed: it is not stored%n"
                            .formatted(
                                    unstored.path("decisions").asLong(),
                                    unstored.path("revision").asText()));
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        "%,d decisions: %,d the same, %,d different; %,d per second%n",
                        result.path("decisions").asLong(),
                        result.path("same").asLong(),
                        result.path("different").asLong(),
                        result.path("pace").path("perSecond").asLong()));
        if (!result.path("complete").asBoolean()) {
            text.append(
                    "PARTIAL: stopped at %s, before %s%n"
                            .formatted(
                                    result.path("reached").asText(), result.path("to").asText()));
        }
        return text.toString();
    }
}
