package io.verigate.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.policy.InvalidRuleSetException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Sends the rule set of a folder to a running service.
@Command(
        name = "publish",
        description = {
            "Sends rules/ and policies/ to a running service, which checks, tests and keeps them, and decides by them.",
            "Exit code 0: published; 1: faults, or others were faster; 2: no folder, key or service."
        },
        mixinStandardHelpOptions = true)
final class PublishCommand extends VersionCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(
            arity = "0..1",
            paramLabel = "folder",
            description = "The folder that holds rules/ and policies/; without it, where you are.")
    private @Nullable Path folder;

    @Option(
            names = {"-m", "--message"},
            required = true,
            description = "Why: for the history.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private String message;

    @Option(
            names = "--parent",
            description =
                    "The revision that you began with; without it, what decides now. Give it when others publish too.")
    private @Nullable String parent;

    @Option(names = "--keep-only", description = "Do not let it decide yet.")
    private boolean keepOnly;

    @Override
    public Integer call() {
        ObjectNode body = JSON.createObjectNode().put("message", message);
        body.put("activate", !keepOnly);
        ObjectNode files = body.putObject("files");
        try {
            RulesFolder.of(folder).read().all().forEach(files::put);
        } catch (InvalidRuleSetException faults) {
            throw new MisuseException(String.valueOf(faults.getMessage()));
        }
        return Optional.ofNullable(parent)
                .or(this::wanted)
                .map(began -> publish(body.put("parent", began)))
                .orElse(Verigate.NOT_GOOD);
    }

    private int publish(ObjectNode body) {
        ResponsePrinter telling = telling();
        return telling.tell(
                service().ask("POST", "/v1/rulesets", body.toString()),
                json -> {
                    telling.out()
                            .printf(
                                    "published %s: %d rules, %d cases hold%n",
                                    json.at("/version/revision").asText(),
                                    json.at("/version/examination/rules").asInt(),
                                    json.at("/version/examination/cases").asInt());
                    json.at("/version/examination/warnings")
                            .forEach(warning ->
                                    telling.out().printf("  warning: %s%n", warning.asText()));
                    telling.out()
                            .println(
                                    json.path("active").asBoolean()
                                            ? "it decides; every node follows within 5 seconds"
                                            : "it does not decide yet, and waits for "
                                                    + json.path("awaits").asText());
                });
    }
}
