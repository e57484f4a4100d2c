package io.verigate.api.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A decision.
///
/// @param id its id
/// @param verdict `allow`, `delay`, `wait`, `refuse` or `block`
/// @param at its time
/// @param deliverAt when a delayed code is sent or a replacement of security info takes effect; omitted for other
///     verdicts
/// @param reasons strongest first
/// @param block the block in effect; null unless the verdict is `block`
/// @param next what the user can do next
/// @param sender sender of codes; null without a method
/// @param ruleset revision of the rule set that decided
/// @param shadow findings of shadow rules
@Schema(description = "A decision on an interaction")
public record DecisionResponse(
        @Schema(example = "d-0199a3c1e7f04a1b2c3d4e5f60718293") String id,
        @Schema(
                        example = "block",
                        allowableValues = {"allow", "delay", "wait", "refuse", "block"})
                String verdict,
        @Schema(example = "2026-11-23T09:00:00Z") Instant at,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "When a delayed code is sent or a replacement of security info takes effect; only for `delay`")
                @Nullable Instant deliverAt,
        List<Reason> reasons,
        @Nullable Held block,
        Next next,
        @Nullable Sender sender,
        @Schema(description = "Revision of the rule set that decided") String ruleset,
        List<Shadow> shadow) {

    /// A reason.
    ///
    /// @param code stable code
    /// @param rule id of the rule
    /// @param text for the user
    @Schema(name = "Reason")
    public record Reason(
            @Schema(example = "high-volume") String code,
            @Schema(example = "HV-003") String rule,
            String text) {}

    /// A block in effect.
    ///
    /// @param id id of the block; null if the account's standing blocks it
    /// @param scope `method`, `source`, `account` or `region`
    /// @param kind `temporary`, `permanent`, or `standing` if it lasts as long as the account's standing
    /// @param until its end; null unless temporary
    /// @param clause violated clause of the terms of service; omitted for other reasons
    @Schema(name = "Held")
    public record Held(
            @Nullable String id,
            @Schema(
                            example = "method",
                            allowableValues = {"method", "source", "account", "region"})
                    String scope,
            @Schema(
                            example = "temporary",
                            allowableValues = {"temporary", "permanent", "standing"})
                    String kind,
            @Nullable Instant until,
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
                    @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
                    String clause) {}

    /// What the user can do next.
    ///
    /// @param retryAt when the same request may be retried; null if a retry is useless or not needed
    /// @param retryAfterSeconds the same, in seconds from `at`
    /// @param methods methods of the account that would work now, best first
    /// @param advice most useful first
    /// @param route where to send the user; null for nowhere
    /// @param otherwise what to offer for "none of these", below the methods; null if the account is unknown
    /// @param recoveryAddress account recovery page; omitted unless `route` or `otherwise` leads there
    @Schema(name = "Next")
    public record Next(
            @Nullable Instant retryAt,
            @Schema(example = "86400") @Nullable Long retryAfterSeconds,
            List<Usable> methods,
            List<Advice> advice,
            @Nullable String route,
            @Schema(
                            description =
                                    "What to offer for \"none of these\": `replacement` is POST"
                                            + " /v1/accounts/{id}/security-info/replacement",
                            allowableValues = {
                                "replacement",
                                "account-recovery",
                                "contact-help-desk"
                            })
                    @Nullable String otherwise,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(
                            description = "Configured address of `account-recovery`",
                            example = "https://example.com/recover")
                    @Nullable String recoveryAddress) {}

    /// A method of the account that would work now.
    @Schema(name = "Usable")
    public record Usable(
            String securityInfo,
            @Schema(example = "email") String channel,
            @Schema(example = "ra…") String hint) {}

    /// Advice for the user.
    @Schema(name = "Advice")
    public record Advice(@Schema(example = "try-another-method") String code, String text) {}

    /// Sender of codes.
    @Schema(name = "Sender")
    public record Sender(@Schema(example = "email") String channel, String address) {}

    /// Finding of a shadow rule or of a rule that lost.
    @Schema(name = "Shadow")
    public record Shadow(String rule, String reason, String verdict, @Nullable Instant until) {}
}
