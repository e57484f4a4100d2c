package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.policy.InvalidRuleSetException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Publishes the rule set of a folder to a running service.
@Command(
        name = "publish",
        description = {
            "Publishes rules/ and policies/ to a running service, which validates, stores and activates them."
        },
        exitCodeList = {
            "0:Published",
            "1:The rules have errors, or another version was activated since the parent",
            "2:Invalid usage, or no folder, key or service"
        })
final class PublishCommand implements Callable<Integer> {
    @Mixin private final RulesFolder folder = new RulesFolder();

    @Option(
            names = {"-m", "--message"},
            required = true,
            description = "Reason for the change, required; shown in the history.")
    private String message = "";

    @Option(
            names = "--parent",
            description =
                    "Revision that your changes are based on; set it when others publish too. Default: the active one")
    private @Nullable String parent;

    @Option(names = "--keep-only", description = "Store the version without activating it.")
    private boolean storeOnly;

    @Mixin private final ServiceClient service = new ServiceClient();
    @Mixin private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        ObjectNode body =
                OutputOptions.JSON
                        .createObjectNode()
                        .put("message", message)
                        .put("activate", !storeOnly);
        try {
            folder.read().all().forEach(body.putObject("files")::put);
        } catch (InvalidRuleSetException invalid) {
            throw new UsageException(String.valueOf(invalid.getMessage()));
        }
        return output.print(
                service.forRevision(
                        parent,
                        revision -> service.post("/v1/rulesets", body.put("parent", revision))),
                published -> print(output.out(), published));
    }

    private static void print(PrintWriter out, JsonNode published) {
        JsonNode examination = published.at("/version/examination");
        out.printf(
                "published %s: %d rules, %d cases passed%n",
                published.at("/version/revision").asText(),
                examination.path("rules").asInt(),
                examination.path("cases").asInt());
        examination
                .path("warnings")
                .forEach(warning -> out.printf("  warning: %s%n", warning.asText()));
        out.println(
                published.path("active").asBoolean()
                        ? "active; every node follows within 5 seconds"
                        : "not active, awaiting " + published.path("awaits").asText());
    }
}
