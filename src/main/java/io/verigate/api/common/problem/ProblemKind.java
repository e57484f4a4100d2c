package io.verigate.api.common.problem;

import io.verigate.decision.WireEnum;

/// Kinds of problems, each with one status and title; callers distinguish them by `type`.
public enum ProblemKind implements WireEnum {
    /// The body is not valid JSON.
    MALFORMED_JSON(400, "The body is not valid JSON"),
    /// Fields or parameters are invalid; `errors` lists all errors.
    INVALID_REQUEST(400, "Invalid request"),
    /// No API key or an invalid one.
    UNAUTHENTICATED(401, "A valid API key is required"),
    /// The API key is valid but lacks the required scope.
    FORBIDDEN(403, "The API key lacks the required scope"),
    /// Blocked by a decision.
    BLOCKED(403, "Blocked by a decision"),
    /// Unknown path or resource.
    NOT_FOUND(404, "Not found"),
    /// The path does not support the method.
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    /// No response format matches `Accept`.
    NOT_ACCEPTABLE(406, "Not acceptable"),
    /// The current state does not allow it.
    CONFLICT(409, "Conflict with the current state"),
    /// The active rule set has changed; `errors` lists the changes.
    RULES_CHANGED(409, "The active rule set has changed"),
    /// A second person must do this.
    SECOND_PERSON_NEEDED(409, "A second person is required"),
    /// The rule set is managed in a folder.
    RULES_OF_FOLDER(409, "The rule set is managed in a folder"),
    /// A request with the same idempotency key is in progress.
    IN_FLIGHT(409, "A request with this idempotency key is in progress"),
    /// Refused by a decision; another method may work.
    REFUSED(409, "Refused by a decision"),
    /// The body is too large.
    TOO_LARGE(413, "The body is too large"),
    /// The body is not JSON.
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    /// The idempotency key was used with a different request.
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used with a different request"),
    /// The rule set is invalid; `errors` lists all errors.
    FAULTY_RULES(422, "Invalid rule set"),
    /// The account has no such security info.
    UNKNOWN_SECURITY_INFO(422, "Unknown security info"),
    /// A decision requires a wait.
    WAIT(429, "Too early"),
    /// An internal error.
    INTERNAL_ERROR(500, "Internal error"),
    /// The service is unavailable.
    UNAVAILABLE(503, "Service unavailable");

    // Stable identifiers; they need not be resolvable (RFC 9457 3.1.1).
    private static final String BASE = "https://verigate.io/problems/";

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /// Returns the URI that identifies the kind.
    public String type() {
        return BASE + wireName();
    }

    /// Returns the HTTP status.
    public int status() {
        return status;
    }

    /// Returns the title, the same for every problem of the kind.
    public String title() {
        return title;
    }

    /// Returns the kind for a status set by the server.
    public static ProblemKind of(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL_ERROR : INVALID_REQUEST;
        };
    }
}
