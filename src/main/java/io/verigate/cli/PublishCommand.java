package io.verigate.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.policy.Faults;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Sends the rule set of a folder to a running service.
@Command(
        name = "publish",
        description = {
            "Sends rules/ and policies/ to a running service, which checks, tests and keeps them, and decides by them.",
            "Exit code 0: published; 1: faults, or others were faster; 2: no folder, key or service."
        },
        mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
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

    @Option(names = "--format", defaultValue = "text", description = "How to answer: text or json.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private OutputFormat format;

    @Mixin private final Running service = new Running();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        Telling telling = new Telling(spec.commandLine().getOut(), format);
        ObjectNode body = JSON.createObjectNode().put("message", message);
        body.put("activate", !keepOnly);
        ObjectNode files = body.putObject("files");
        try {
            RulesFolder.of(folder).read().all().forEach(files::put);
        } catch (Faults faults) {
            throw new MisuseException(String.valueOf(faults.getMessage()));
        }
        if (parent == null) {
            Said now = service.ask("GET", "/v1/rulesets/active", "");
            if (!now.good()) {
                return telling.tell(now, json -> {});
            }
            parent = now.body().path("wanted").asText();
        }
        body.put("parent", parent);
        return telling.tell(
                service.ask("POST", "/v1/rulesets", body.toString()),
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
