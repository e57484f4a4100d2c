package io.verigate.api.common.problem;

import io.verigate.decision.WireEnum;

/// The kinds of problems. Each has one status and one title; callers tell them apart by the `type`.
public enum ProblemKind implements WireEnum {
    /// The body is no JSON, or not the JSON that is asked for.
    MALFORMED_JSON(400, "The body is not valid JSON"),
    /// Fields or parameters are wrong; `errors` has all of them.
    INVALID_REQUEST(400, "The request has faults"),
    /// No key, or one that does not work.
    UNAUTHENTICATED(401, "A working API key is needed"),
    /// The key works and does not open this.
    FORBIDDEN(403, "The API key does not open this"),
    /// A decision blocks.
    BLOCKED(403, "Blocked by a decision"),
    /// There is nothing at this address.
    NOT_FOUND(404, "There is nothing here"),
    /// Something is here, for other methods.
    METHOD_NOT_ALLOWED(405, "The method is not for this address"),
    /// The answer cannot be had in the form that is asked for.
    NOT_ACCEPTABLE(406, "The answer has no such form"),
    /// The state of things does not allow it.
    CONFLICT(409, "The present state does not allow it"),
    /// Others changed what decides meanwhile; `errors` has what they changed.
    RULES_CHANGED(409, "The rules were changed meanwhile"),
    /// Another person has to do this.
    SECOND_PERSON_NEEDED(409, "Another person has to do this"),
    /// The rules of this service are changed in its folder.
    RULES_OF_FOLDER(409, "The rules come from the folder"),
    /// The same call is still being answered.
    IN_FLIGHT(409, "The same call is still being answered"),
    /// A decision refuses; another method may work.
    REFUSED(409, "Refused by a decision"),
    /// The body is longer than any that makes sense.
    TOO_LARGE(413, "The body is too large"),
    /// The body is of another type than JSON.
    UNSUPPORTED_MEDIA_TYPE(415, "The body has to be JSON"),
    /// The idempotency key came before, with another request.
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request"),
    /// Rules, policies or cases are wrong; `errors` has all faults.
    FAULTY_RULES(422, "The rule set has faults"),
    /// The account has no such security info.
    UNKNOWN_SECURITY_INFO(422, "The account has no such security info"),
    /// A decision says: not yet.
    WAIT(429, "Too early"),
    /// A fault of the service.
    INTERNAL_ERROR(500, "The service failed"),
    /// The service cannot answer now.
    UNAVAILABLE(503, "The service cannot answer now");

    // Identifiers, stable for good; they need not lead anywhere (RFC 9457 3.1.1).
    private static final String BASE = "https://verigate.io/problems/";

    private final String word = WireEnum.of(this);
    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String wireName() {
        return word;
    }

    /// The URI that callers tell the kind by.
    public String type() {
        return BASE + word;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// The same for every problem of the kind.
    public String title() {
        return title;
    }

    /// The kind that stands for a status which was not made here.
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
