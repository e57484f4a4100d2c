package io.verigate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How a command prints its result: as text for people, or as one JSON document for programs.
final class OutputOptions {
    /// Also reads what the service sends.
    static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "Output format: text or json. Default: ${DEFAULT-VALUE}")
    private OutputFormat format = OutputFormat.TEXT;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec command;

    private enum OutputFormat {
        TEXT,
        JSON
    }

    boolean json() {
        return format == OutputFormat.JSON;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    PrintWriter err() {
        return command.commandLine().getErr();
    }

    /// A value as an indented JSON document.
    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the result cannot be written as JSON", e);
        }
    }

    /// Prints a response of the service and returns the exit code of the command.
    ///
    /// @param text prints the body of a successful response as text
    int print(ServiceResponse response, Consumer<JsonNode> text) {
        if (json()) {
            out().println(response.body().toPrettyString());
        } else if (response.ok()) {
            text.accept(response.body());
        } else {
            out().println(response.problem());
        }
        out().flush();
        return response.ok() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /// Prints a rollout after a change.
    void printRollout(JsonNode rollout) {
        String candidate =
                rollout.hasNonNull("candidate")
                        ? ", candidate %s %s"
                                .formatted(rollout.path("candidate").asText(), share(rollout))
                        : "";
        out().printf(
                        "%s is active%s; every node follows within 5 seconds%n",
                        rollout.path("active").asText(), candidate);
    }

    /// What a candidate does, from a node with its `share` in percent.
    static String share(JsonNode candidate) {
        double percent = candidate.path("share").asDouble();
        return percent == 0
                ? "runs in shadow mode"
                : "decides for %s %% of accounts"
                        .formatted(
                                percent == Math.rint(percent)
                                        ? Long.toString((long) percent)
                                        : Double.toString(percent));
    }
}
