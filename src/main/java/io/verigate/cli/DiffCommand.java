package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells what changes from one version to another.
@Command(
        name = "diff",
        description = {
            "Tells what changes from one version to another: text, and recent decisions.",
            "With one revision: from it to what decides now."
        },
        mixinStandardHelpOptions = true)
final class DiffCommand extends VersionCommand {
    @Parameters(index = "0", paramLabel = "from", description = "A revision.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private String from;

    @Parameters(index = "1", arity = "0..1", paramLabel = "to", description = "A revision.")
    private @Nullable String to;

    @Option(
            names = "--decisions",
            defaultValue = "1000",
            description = "How many recent decisions to decide again; 0: none.")
    private int decisions;

    @Override
    public Integer call() {
        return Optional.ofNullable(to).or(this::wanted).map(this::diff).orElse(Verigate.NOT_GOOD);
    }

    private int diff(String other) {
        ResponsePrinter telling = telling();
        return telling.tell(
                service()
                        .ask(
                                "GET",
                                "/v1/rulesets/%s/diff/%s?decisions=%d"
                                        .formatted(
                                                ServiceClient.part(from),
                                                ServiceClient.part(other),
                                                decisions),
                                ""),
                json -> changes(telling.out(), json));
    }

    private static void changes(PrintWriter out, JsonNode diff) {
        for (JsonNode file : diff.path("files")) {
            out.printf("%s %s%n", file.path("change").asText(), file.path("file").asText());
            file.path("diff").asText().lines().forEach(line -> out.println("  " + line));
        }
        if (diff.path("files").isEmpty()) {
            out.println("the files are the same");
        }
        JsonNode decisions = diff.path("decisions");
        if (decisions.isMissingNode()) {
            return;
        }
        out.printf(
                "%d of %d recent decisions would change%n",
                decisions.path("changed").asInt(), decisions.path("decided").asInt());
        for (JsonNode turn : decisions.path("turns")) {
            out.printf(
                    "  %6d  %s -> %s  %s  %s%n",
                    turn.path("decisions").asInt(),
                    turn.path("from").asText(),
                    turn.path("to").asText(),
                    turn.path("region").asText("-"),
                    String.join(" ", texts(turn.path("rules"))));
        }
        if (!decisions.path("unknown").isEmpty()) {
            out.printf(
                    "not recorded then, so counted as nothing: %s%n",
                    String.join(", ", texts(decisions.path("unknown"))));
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
