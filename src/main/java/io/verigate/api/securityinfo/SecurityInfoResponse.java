package io.verigate.api.securityinfo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.account.SecurityInfo;
import io.verigate.api.decisions.DecisionResponse;
import io.verigate.api.verifications.VerificationResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One method of proof of an account, without its address.
///
/// @param hint of the address; empty for methods without one
/// @param confirmedAt when it was proven; null while it was not
/// @param heldUntil a replacement proves nothing before; null when it was added without a hold
@Schema(description = "One method of proof of an account, without its address")
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
                @Schema(description = "A replacement proves nothing before; left out for others")
                @Nullable Instant heldUntil) {
    /// The answer.
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

    /// What came of a change.
    @Schema(name = "ChangedSecurityInfo")
    public record Changed(SecurityInfoResponse securityInfo, DecisionResponse decision) {}

    /// What came of adding one.
    ///
    /// @param verification the code on its way; null when the channel receives none
    @Schema(name = "AddedSecurityInfo")
    public record Added(
            SecurityInfoResponse securityInfo,
            @Nullable VerificationResponse verification,
            DecisionResponse decision) {}
}
