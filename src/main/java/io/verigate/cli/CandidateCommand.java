package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tries a kept version beside the one that decides.
@Command(
        name = "candidate",
        description = "Tries a version beside the one that decides, on a running service.",
        mixinStandardHelpOptions = true)
final class CandidateCommand {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORMAT = "How to answer: text or json.";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Command(
            name = "start",
            description = "Tries a version: without effect, or with --share for some accounts.",
            mixinStandardHelpOptions = true)
    int start(
            @Parameters(paramLabel = "revision", description = "Which.") String revision,
            @Option(names = "--share", description = "Percent of accounts it decides for.")
                    int share,
            @Option(names = "--format", defaultValue = "text", description = FORMAT)
                    OutputFormat format,
            @Mixin ServiceClient service) {
        return activate(service, revision, share, telling(format));
    }

    @Command(
            name = "widen",
            description =
                    "Lets what is tried decide for another share of accounts; those it has stay.",
            mixinStandardHelpOptions = true)
    int widen(
            @Parameters(paramLabel = "share", description = "Percent of accounts, 1 to 100.")
                    int share,
            @Option(names = "--format", defaultValue = "text", description = FORMAT)
                    OutputFormat format,
            @Mixin ServiceClient service) {
        ResponsePrinter telling = telling(format);
        ServiceResponse tried = service.ask("GET", "/v1/rulesets/candidate", "");
        if (!tried.good()) {
            return telling.tell(tried, json -> {});
        }
        return activate(service, tried.body().path("revision").asText(), share, telling);
    }

    @Command(
            name = "withdraw",
            description = "Ends the trial; what decides goes on.",
            mixinStandardHelpOptions = true)
    int withdraw(
            @Option(names = "--format", defaultValue = "text", description = FORMAT)
                    OutputFormat format,
            @Mixin ServiceClient service) {
        ResponsePrinter telling = telling(format);
        return telling.tell(service.ask("DELETE", "/v1/rulesets/candidate", ""), telling::rollout);
    }

    @Command(
            name = "report",
            description =
                    "Counts what rules in shadow mode and what is tried would have decided, by rule and region.",
            mixinStandardHelpOptions = true)
    int report(
            @Option(names = "--format", defaultValue = "text", description = FORMAT)
                    OutputFormat format,
            @Mixin ServiceClient service) {
        ResponsePrinter telling = telling(format);
        return telling.tell(
                service.ask("GET", "/v1/shadow", ""), json -> differences(telling.out(), json));
    }

    private static int activate(
            ServiceClient service, String revision, int share, ResponsePrinter telling) {
        ObjectNode body = JSON.createObjectNode();
        if (share == 0) {
            body.put("shadow", true);
        } else {
            body.put("share", share);
        }
        return telling.tell(
                service.ask(
                        "POST",
                        "/v1/rulesets/" + ServiceClient.part(revision) + "/activate",
                        body.toString()),
                telling::rollout);
    }

    private static void differences(PrintWriter out, JsonNode report) {
        JsonNode candidate = report.path("candidate");
        if (candidate.isObject()) {
            out.printf(
                    "%s is tried for %s %% of accounts%s%n",
                    candidate.path("revision").asText(),
                    ResponsePrinter.share(candidate.path("share").asDouble()),
                    candidate.path("suspended").asBoolean() || candidate.hasNonNull("refused")
                            ? ", but is not asked on this node: it failed too often, or has faults"
                            : "");
        }
        out.printf(
                "%d decisions from %s to %s%n",
                report.path("decisions").asLong(),
                report.path("from").asText(),
                report.path("to").asText());
        if (report.path("items").isEmpty()) {
            out.println("none would have been another");
        }
        for (JsonNode item : report.path("items")) {
            out.printf(
                    "  %6d  %-17s %-10s %s -> %s  %s%n",
                    item.path("decisions").asLong(),
                    item.path("ruleset").asText(),
                    item.path("rule").asText().isEmpty() ? "(whole)" : item.path("rule").asText(),
                    item.path("verdict").asText(),
                    item.path("other").asText(),
                    item.path("region").asText());
        }
    }

    private ResponsePrinter telling(OutputFormat format) {
        return new ResponsePrinter(spec.commandLine().getOut(), format);
    }
}
