package io.verigate.api.common.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.verigate.api.decisions.DecisionResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A refusal or a fault as callers get it (RFC 9457), as `application/problem+json`.
///
/// @param type the URI of its kind
/// @param title of its kind
/// @param status of the answer
/// @param detail what happened and what to do; names no address and nothing inside the service
/// @param instance names this occurrence by its request id, to be quoted; null until it is answered
/// @param errors every fault of the request; empty for other kinds
/// @param decision the decision that refuses; null for other kinds
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "What went wrong (RFC 9457)")
public record Problem(
        @Schema(example = "https://verigate.io/problems/invalid-request") String type,
        @Schema(example = "The request has faults") String title,
        @Schema(example = "400") int status,
        @Schema(example = "1 fault in the body; nothing was done") String detail,
        @Schema(example = "urn:verigate:request:0f6c2f") @Nullable String instance,
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<FieldError> errors,
        @Nullable DecisionResponse decision) {
    /// The media type.
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /// A problem without faults of the request.
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind.type(), kind.title(), kind.status(), detail, null, List.of(), null);
    }

    /// Everything that is wrong with a request.
    public static Problem of(List<FieldError> faults) {
        ProblemKind kind = ProblemKind.INVALID_REQUEST;
        String detail =
                (faults.size() == 1 ? "1 fault" : faults.size() + " faults")
                        + " in the request; nothing was done";
        return new Problem(kind.type(), kind.title(), kind.status(), detail, null, faults, null);
    }

    /// Everything that is wrong, of another kind than the request itself.
    public static Problem of(ProblemKind kind, String detail, List<FieldError> faults) {
        return new Problem(kind.type(), kind.title(), kind.status(), detail, null, faults, null);
    }

    /// A decision that refuses.
    public static Problem of(ProblemKind kind, String detail, DecisionResponse decision) {
        return new Problem(
                kind.type(), kind.title(), kind.status(), detail, null, List.of(), decision);
    }

    /// The same, named by the request that it answers.
    public Problem during(String requestId) {
        return new Problem(
                type, title, status, detail, "urn:verigate:request:" + requestId, errors, decision);
    }
}
