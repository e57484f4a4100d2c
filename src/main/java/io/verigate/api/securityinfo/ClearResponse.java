package io.verigate.api.securityinfo;

import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.account.ClearRequest;
import io.verigate.account.ClearRequest.Person;
import io.verigate.api.decisions.DecisionResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A help-desk clear request.
///
/// @param askedBy name of the requester's API key
/// @param approvedBy name of the approver's API key; null while waiting
/// @param approvedAt null while waiting
/// @param decision the decision that allowed it
@Schema(
        name = "Clearing",
        description = "A help-desk request to clear the security info of an account, and its state")
public record ClearResponse(
        @Schema(example = "cl-0199a3c1e7f04a1b2c3d4e5f60718293") String id,
        @Schema(example = "a-1001") String account,
        @Schema(
                        example = "waiting",
                        allowableValues = {"waiting", "cleared"})
                String state,
        @Schema(example = "phone stolen, called back, case 4711") String reason,
        String askedBy,
        Instant askedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        DecisionResponse decision) {
    public static ClearResponse of(ClearRequest request, DecisionResponse decision) {
        Person approved = request.approved();
        return new ClearResponse(
                request.id(),
                request.account(),
                approved == null ? "waiting" : "cleared",
                request.reason(),
                request.asked().name(),
                request.askedAt(),
                approved == null ? null : approved.name(),
                request.approvedAt(),
                decision);
    }
}
