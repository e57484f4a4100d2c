package io.verigate.api.common.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.verigate.api.decisions.DecisionResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Problem details (RFC 9457), sent as `application/problem+json`.
///
/// @param type URI of the kind
/// @param title title of the kind
/// @param status HTTP status
/// @param detail what happened and how to proceed; contains no address and no internals
/// @param instance URI of this occurrence with its request id; null until the response is built
/// @param errors all validation errors; empty for other kinds
/// @param decision the refusing decision; null for other kinds
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "Problem details (RFC 9457)")
public record Problem(
        @Schema(example = "https://verigate.io/problems/invalid-request") String type,
        @Schema(example = "Invalid request") String title,
        @Schema(example = "400") int status,
        @Schema(example = "1 validation error; nothing was done") String detail,
        @Schema(example = "urn:verigate:request:0f6c2f") @Nullable String instance,
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<FieldError> errors,
        @Nullable DecisionResponse decision) {
    /// Its media type.
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /// Returns a problem without validation errors.
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind.type(), kind.title(), kind.status(), detail, null, List.of(), null);
    }

    /// Returns a problem with all validation errors.
    public static Problem of(List<FieldError> errors) {
        ProblemKind kind = ProblemKind.INVALID_REQUEST;
        String detail =
                (errors.size() == 1 ? "1 validation error" : errors.size() + " validation errors")
                        + "; nothing was done";
        return new Problem(kind.type(), kind.title(), kind.status(), detail, null, errors, null);
    }

    /// Returns a problem of another kind with errors.
    public static Problem of(ProblemKind kind, String detail, List<FieldError> errors) {
        return new Problem(kind.type(), kind.title(), kind.status(), detail, null, errors, null);
    }

    /// Returns the problem of a refusing decision.
    public static Problem of(ProblemKind kind, String detail, DecisionResponse decision) {
        return new Problem(
                kind.type(), kind.title(), kind.status(), detail, null, List.of(), decision);
    }

    /// Returns a copy with the request id as its instance.
    public Problem during(String requestId) {
        return new Problem(
                type, title, status, detail, "urn:verigate:request:" + requestId, errors, decision);
    }
}
