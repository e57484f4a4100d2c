package io.verigate.api.verifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.api.decisions.DecisionResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A code on its way, without the code.
///
/// @param language of the message, BCP 47; empty for the service's own
/// @param checksLeft how many wrong codes may still be typed in
/// @param sender what the message shows as its sender; left out when none is published
/// @param decision that allowed it; left out when the state is asked for
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A code on its way, without the code")
public record VerificationResponse(
        @Schema(example = "v-0199a3c1e7f04a1b2c3d4e5f60718293") String id,
        @Schema(
                        example = "queued",
                        allowableValues = {
                            "queued",
                            "sent",
                            "delivered",
                            "undelivered",
                            "verified",
                            "expired",
                            "superseded",
                            "exhausted",
                            "reported"
                        })
                String state,
        @Schema(example = "a-1001") String account,
        @Schema(example = "sign-in") String purpose,
        @Schema(example = "sms") String channel,
        @Schema(example = "…23") String hint,
        @Nullable String securityInfo,
        @Schema(
                        description =
                                "Of the message: that of the account when the security info was added",
                        example = "en-GB")
                String language,
        Instant createdAt,
        Instant deliverAt,
        Instant expiresAt,
        @Schema(
                        description =
                                "Another code may be asked for from here on, if nothing else happens; null when the rules would not let one through",
                        nullable = true)
                @Nullable Instant resendAt,
        @Schema(example = "5") int checksLeft,
        DecisionResponse.@Nullable Sender sender,
        @Nullable DecisionResponse decision) {}
