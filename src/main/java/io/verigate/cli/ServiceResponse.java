package io.verigate.cli;

import static java.net.HttpURLConnection.HTTP_BAD_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/// A response of the service.
///
/// @param status HTTP status
/// @param body the result, or a problem (RFC 9457)
record ServiceResponse(int status, JsonNode body) {
    /// Whether the call succeeded.
    boolean ok() {
        return status < HTTP_BAD_REQUEST;
    }

    /// The response to a next call that needs this result; this response when it is a problem.
    ServiceResponse then(Function<JsonNode, ServiceResponse> next) {
        return ok() ? next.apply(body) : this;
    }

    /// The result.
    ///
    /// @throws IllegalStateException with the problem when the call failed
    JsonNode orThrow() {
        if (!ok()) {
            throw new IllegalStateException(problem());
        }
        return body;
    }

    /// The problem as text: title and detail, then one line for each error.
    String problem() {
        StringBuilder problem = new StringBuilder();
        problem.append(body.path("title").asText())
                .append(": ")
                .append(body.path("detail").asText());
        for (JsonNode error : body.path("errors")) {
            String location =
                    error.hasNonNull("file")
                            ? error.path("file").asText()
                            : error.path("pointer").asText(error.path("parameter").asText());
            if (error.hasNonNull("line")) {
                location += ":" + error.path("line").asText();
            }
            problem.append("%n  %s: %s".formatted(location, error.path("detail").asText()));
        }
        return problem.toString();
    }
}
