package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs a stored version as a candidate beside the active one.
@Command(name = "candidate", description = "Manages the candidate rule set of a running service.")
final class CandidateCommand {
    private static final String CANDIDATE = "/v1/rulesets/candidate";

    @Command(
            name = "start",
            description =
                    "Starts a version as candidate: in shadow mode, or with --share for some accounts.")
    int start(
            @Parameters(paramLabel = "revision", description = "Revision of the version.")
                    String revision,
            @Option(
                            names = "--share",
                            description =
                                    "Percentage of accounts it decides for. Default: 0, shadow mode")
                    int share,
            @Mixin ServiceClient service,
            @Mixin OutputOptions output) {
        return output.print(activate(service, revision, share), output::printRollout);
    }

    @Command(
            name = "widen",
            description =
                    "Changes the share of accounts that the candidate decides for; accounts that are already included stay"
                            + " included.")
    int widen(
            @Parameters(paramLabel = "share", description = "Percentage of accounts, 1 to 100.")
                    int share,
            @Mixin ServiceClient service,
            @Mixin OutputOptions output) {
        return output.print(
                service.get(CANDIDATE)
                        .then(candidate ->
                                activate(service, candidate.path("revision").asText(), share)),
                output::printRollout);
    }

    @Command(
            name = "withdraw",
            description = "Withdraws the candidate; the active version is not affected.")
    int withdraw(@Mixin ServiceClient service, @Mixin OutputOptions output) {
        return output.print(service.delete(CANDIDATE), output::printRollout);
    }

    @Command(
            name = "report",
            description =
                    "Counts decisions that shadow rules or the candidate would change, by rule and region.")
    int report(@Mixin ServiceClient service, @Mixin OutputOptions output) {
        return output.print(
                service.get("/v1/shadow"), report -> printDifferences(output.out(), report));
    }

    private static ServiceResponse activate(ServiceClient service, String revision, int share) {
        ObjectNode options = OutputOptions.JSON.createObjectNode();
        return service.activate(
                revision, share == 0 ? options.put("shadow", true) : options.put("share", share));
    }

    private static void printDifferences(PrintWriter out, JsonNode report) {
        JsonNode candidate = report.path("candidate");
        if (candidate.isObject()) {
            boolean stopped =
                    candidate.path("suspended").asBoolean() || candidate.hasNonNull("refused");
            out.printf(
                    "candidate %s %s%s%n",
                    candidate.path("revision").asText(),
                    OutputOptions.share(candidate),
                    stopped ? ", but not on this node: it failed too often or has errors" : "");
        }
        out.printf(
                "%d decisions from %s to %s%n",
                report.path("decisions").asLong(),
                report.path("from").asText(),
                report.path("to").asText());
        if (report.path("items").isEmpty()) {
            out.println("no differences");
        }
        for (JsonNode item : report.path("items")) {
            String rule = item.path("rule").asText();
            out.printf(
                    "  %6d  %-17s %-10s %s -> %s  %s%n",
                    item.path("decisions").asLong(),
                    item.path("ruleset").asText(),
                    rule.isEmpty() ? "(whole)" : rule,
                    item.path("verdict").asText(),
                    item.path("other").asText(),
                    item.path("region").asText());
        }
    }
}
