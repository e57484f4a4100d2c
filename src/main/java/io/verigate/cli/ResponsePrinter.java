package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.function.Consumer;

/// Prints what a service said: as it is, or for people.
///
/// @param out where to
/// @param format how
record ResponsePrinter(PrintWriter out, OutputFormat format) {
    /// Prints an answer, and returns the exit code.
    ///
    /// @param people prints what a good one says, for people
    int tell(ServiceResponse said, Consumer<JsonNode> people) {
        if (format == OutputFormat.JSON) {
            out.println(said.body().toPrettyString());
        } else if (said.good()) {
            people.accept(said.body());
        } else {
            out.println(said.problem());
        }
        out.flush();
        return said.good() ? Verigate.GOOD : Verigate.NOT_GOOD;
    }

    /// What decides, after a change.
    void rollout(JsonNode rollout) {
        out.printf("%s decides", rollout.path("active").asText());
        if (rollout.hasNonNull("candidate")) {
            double share = rollout.path("share").asDouble();
            out.printf(
                    ", %s is tried %s",
                    rollout.path("candidate").asText(),
                    share == 0
                            ? "without effect"
                            : "for %s %% of accounts".formatted(share(share)));
        }
        out.println("; every node follows within 5 seconds");
    }

    /// A share in percent, without digits that say nothing.
    static String share(double percent) {
        return percent == Math.rint(percent)
                ? Long.toString((long) percent)
                : Double.toString(percent);
    }
}
