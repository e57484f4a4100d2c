package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Compares two versions.
@Command(
        name = "diff",
        description = {
            "Compares two versions: their files, and how recent decisions would change.",
            "With one revision, compares it with the active version."
        })
final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "from", description = "Old revision.")
    private String from = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "to",
            description = "New revision. Default: the active one")
    private @Nullable String to;

    @Option(
            names = "--decisions",
            defaultValue = "1000",
            description =
                    "Number of recent decisions to re-evaluate; 0 for none. Default: ${DEFAULT-VALUE}")
    private int decisions;

    @Mixin private final ServiceClient service = new ServiceClient();
    @Mixin private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        ServiceResponse diff =
                service.forRevision(
                        to,
                        revision ->
                                service.get(
                                        "/v1/rulesets/%s/diff/%s?decisions=%d"
                                                .formatted(
                                                        ServiceClient.segment(from),
                                                        ServiceClient.segment(revision),
                                                        decisions)));
        return output.print(diff, body -> print(output.out(), body));
    }

    private static void print(PrintWriter out, JsonNode diff) {
        for (JsonNode file : diff.path("files")) {
            out.printf("%s %s%n", file.path("change").asText(), file.path("file").asText());
            file.path("diff").asText().lines().forEach(line -> out.println("  " + line));
        }
        if (diff.path("files").isEmpty()) {
            out.println("the files are identical");
        }
        JsonNode decisions = diff.path("decisions");
        if (decisions.isMissingNode()) {
            return;
        }
        out.printf(
                "%d of %d recent decisions would change%n",
                decisions.path("changed").asInt(), decisions.path("decided").asInt());
        for (JsonNode change : decisions.path("turns")) {
            out.printf(
                    "  %6d  %s -> %s  %s  %s%n",
                    change.path("decisions").asInt(),
                    change.path("from").asText(),
                    change.path("to").asText(),
                    change.path("region").asText("-"),
                    join(" ", change.path("rules")));
        }
        if (!decisions.path("unknown").isEmpty()) {
            out.printf(
                    "not recorded, evaluated as empty: %s%n",
                    join(", ", decisions.path("unknown")));
        }
    }

    private static String join(String separator, JsonNode texts) {
        return texts.valueStream().map(JsonNode::asText).collect(Collectors.joining(separator));
    }
}
