package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists versions of the rule set.
@Command(
        name = "history",
        description = "Lists the versions of the rule set of a running service, newest first.",
        mixinStandardHelpOptions = true)
final class HistoryCommand extends VersionCommand {
    @Option(names = "--limit", defaultValue = "20", description = "How many, 1 to 500.")
    private int limit;

    @Override
    public Integer call() {
        ResponsePrinter telling = telling();
        return telling.tell(
                service().ask("GET", "/v1/rulesets?limit=" + limit, ""),
                json -> json.path("items").forEach(version -> line(telling, version)));
    }

    private static void line(ResponsePrinter telling, JsonNode version) {
        String author = version.path("author").asText();
        telling.out()
                .printf(
                        "%s %s  %-20s  %-12s  %s%n",
                        version.path("active").asBoolean() ? "*" : " ",
                        version.path("revision").asText(),
                        version.path("at").asText().replaceFirst("\\.\\d+Z$", "Z"),
                        author.isEmpty() ? "(folder)" : author,
                        version.path("message").asText());
    }
}
