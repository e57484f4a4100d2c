package io.verigate.api.securityinfo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.account.SecurityInfo;
import io.verigate.api.decisions.DecisionResponse;
import io.verigate.api.verifications.VerificationResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Security info of an account, without its address.
///
/// @param hint hint of the address; empty for authenticators
/// @param confirmedAt null until confirmed
/// @param heldUntil when a replacement becomes usable; null otherwise
@Schema(description = "A contact method or authenticator of an account, without its address")
public record SecurityInfoResponse(
        @Schema(example = "si-0199a3c1e7f04a1b2c3d4e5f60718293") String id,
        @Schema(example = "sms") String channel,
        @Schema(example = "…23") String hint,
        @Schema(
                        example = "pending",
                        allowableValues = {"pending", "confirmed", "removal-requested", "removed"})
                String state,
        @Schema(example = "en-GB") String language,
        Instant addedAt,
        @Nullable Instant confirmedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "When a replacement becomes usable; omitted for other security info")
                @Nullable Instant heldUntil) {
    public static SecurityInfoResponse of(SecurityInfo info) {
        return new SecurityInfoResponse(
                info.id(),
                info.channel().wireName(),
                info.hint(),
                info.state().wireName(),
                info.language(),
                info.addedAt(),
                info.confirmedAt(),
                info.heldUntil());
    }

    /// Result of a change.
    @Schema(name = "ChangedSecurityInfo")
    public record Changed(SecurityInfoResponse securityInfo, DecisionResponse decision) {}

    /// Result of adding security info.
    ///
    /// @param verification verification of the code; null if the channel delivers none
    @Schema(name = "AddedSecurityInfo")
    public record Added(
            SecurityInfoResponse securityInfo,
            @Nullable VerificationResponse verification,
            DecisionResponse decision) {}
}
