package io.verigate.api.common.problem;

import java.util.List;

/// What callers are told when the server itself refuses a request, before any of our own code sees it.
public final class ServerStatusProblems {
    private ServerStatusProblems() {}

    /// The problem of a status.
    public static Problem problem(int status) {
        ProblemKind kind = ProblemKind.of(status);
        // The kind's status, unless it stands for one of a whole class.
        return new Problem(kind.type(), kind.title(), status, detail(kind), null, List.of(), null);
    }

    private static String detail(ProblemKind kind) {
        return switch (kind) {
            case NOT_FOUND -> "nothing is at this address: `/openapi.yml` lists all that is";
            case METHOD_NOT_ALLOWED -> "use one of the methods that `Allow` names";
            case NOT_ACCEPTABLE -> "answers are JSON: send `Accept: application/json`, or none";
            case TOO_LARGE -> "send less";
            case UNSUPPORTED_MEDIA_TYPE -> "send JSON as `Content-Type: application/json`";
            case UNAUTHENTICATED -> "send a key that works as `Authorization: Bearer <key>`";
            case FORBIDDEN -> "this key does not open it";
            case UNAVAILABLE -> "try again shortly";
            case INTERNAL_ERROR ->
                    "nothing about it is known here; quote `instance` to the operator";
            default -> "the request could not be understood";
        };
    }
}
