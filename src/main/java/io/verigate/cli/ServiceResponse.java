package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;

/// What a running service said to a call.
///
/// @param status of HTTP
/// @param body what was asked for, or a problem
record ServiceResponse(int status, JsonNode body) {
    private static final int ERRORS = 400;

    /// Whether it did what it was asked.
    boolean good() {
        return status < ERRORS;
    }

    /// What is asked for.
    ///
    /// @throws IllegalStateException with the problem when there is one
    JsonNode orFail() {
        if (!good()) {
            throw new IllegalStateException(problem());
        }
        return body;
    }

    /// The problem in words: what, why, and a line for every fault.
    String problem() {
        StringBuilder problem = new StringBuilder();
        problem.append(
                "%s: %s".formatted(body.path("title").asText(), body.path("detail").asText()));
        for (JsonNode error : body.path("errors")) {
            String where =
                    error.hasNonNull("file")
                            ? error.path("file").asText()
                            : error.path("pointer").asText(error.path("parameter").asText());
            if (error.hasNonNull("line")) {
                where += ":" + error.path("line").asText();
            }
            problem.append("%n  %s: %s".formatted(where, error.path("detail").asText()));
        }
        return problem.toString();
    }
}
