package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists versions of the rule set.
@Command(
        name = "history",
        description = "Lists the versions of the rule set of a running service, newest first.")
final class HistoryCommand implements Callable<Integer> {
    @Option(
            names = "--limit",
            defaultValue = "20",
            description = "Maximum number of versions, 1 to 500. Default: ${DEFAULT-VALUE}")
    private int limit;

    @Mixin private final ServiceClient service = new ServiceClient();
    @Mixin private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        return output.print(
                service.get("/v1/rulesets?limit=" + limit),
                page -> page.path("items").forEach(this::print));
    }

    private void print(JsonNode version) {
        String author = version.path("author").asText();
        output.out()
                .printf(
                        "%s %s  %-20s  %-12s  %s%n",
                        version.path("active").asBoolean() ? "*" : " ",
                        version.path("revision").asText(),
                        version.path("at").asText().replaceFirst("\\.\\d+Z$", "Z"),
                        author.isEmpty() ? "(folder)" : author,
                        version.path("message").asText());
    }
}
