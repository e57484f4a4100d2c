package io.verigate.api.verifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.api.decisions.DecisionResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A verification, without its code.
///
/// @param language language of the message, BCP 47; empty for the default
/// @param checksLeft remaining checks
/// @param sender sender of the message; omitted if none is published
/// @param decision the decision that allowed it; omitted when the verification is read
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A verification, without its code")
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
                                "Language of the message: that of the account when the security info was added",
                        example = "en-GB")
                String language,
        Instant createdAt,
        Instant deliverAt,
        Instant expiresAt,
        @Schema(
                        description =
                                "When another code may be requested if nothing else happens; null if the rules would"
                                        + " refuse it",
                        nullable = true)
                @Nullable Instant resendAt,
        @Schema(example = "5") int checksLeft,
        DecisionResponse.@Nullable Sender sender,
        @Nullable DecisionResponse decision) {}
