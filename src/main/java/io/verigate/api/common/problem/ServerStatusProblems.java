package io.verigate.api.common.problem;

import java.util.List;

/// Problems for requests that the server rejects before our code runs.
public final class ServerStatusProblems {
    private ServerStatusProblems() {}

    /// Returns the problem of a status.
    public static Problem problem(int status) {
        ProblemKind kind = ProblemKind.of(status);
        // Keeps the exact status, which may be one of a whole class.
        return new Problem(kind.type(), kind.title(), status, detail(kind), null, List.of(), null);
    }

    private static String detail(ProblemKind kind) {
        return switch (kind) {
            case NOT_FOUND -> "unknown path: see `/openapi.yml`";
            case METHOD_NOT_ALLOWED -> "use a method that `Allow` lists";
            case NOT_ACCEPTABLE ->
                    "responses are JSON: send `Accept: application/json` or no `Accept`";
            case TOO_LARGE -> "the body is too large";
            case UNSUPPORTED_MEDIA_TYPE -> "send JSON as `Content-Type: application/json`";
            case UNAUTHENTICATED ->
                    "a valid API key is required: send it as `Authorization: Bearer <key>`";
            case FORBIDDEN -> "the API key lacks the required scope";
            case UNAVAILABLE -> "retry shortly";
            case INTERNAL_ERROR -> "internal error: report `instance` to the operator";
            default -> "invalid request";
        };
    }
}
