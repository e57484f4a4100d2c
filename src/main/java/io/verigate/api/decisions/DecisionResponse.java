package io.verigate.api.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A decision as callers get it.
///
/// @param id of the decision
/// @param verdict `allow`, `delay`, `wait`, `refuse` or `block`
/// @param at when it was made
/// @param deliverAt when a delayed code leaves, or a replacement of security info takes effect; left out for other
///     verdicts
/// @param reasons why, strongest first
/// @param block what is held back; null unless the verdict is `block`
/// @param next what the person can do
/// @param sender what a code shows as its sender; null without a method
/// @param ruleset revision of the rules that decided
/// @param shadow what rules on trial would have found
@Schema(description = "The answer to one interaction")
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
                                "When a delayed code leaves, or a replacement of security info takes effect;"
                                        + " only for `delay`")
                @Nullable Instant deliverAt,
        List<Reason> reasons,
        @Nullable Held block,
        Next next,
        @Nullable Sender sender,
        @Schema(description = "Revision of the rules that decided") String ruleset,
        List<Shadow> shadow) {

    /// Why.
    ///
    /// @param code stable
    /// @param rule that said so
    /// @param text for the person
    @Schema(name = "Reason")
    public record Reason(
            @Schema(example = "high-volume") String code,
            @Schema(example = "HV-003") String rule,
            String text) {}

    /// What is held back.
    ///
    /// @param id of the block; null when the account's standing holds it back
    /// @param scope `method`, `source`, `account` or `region`
    /// @param kind `temporary`, `permanent`, or `standing` when it lasts as long as the account's standing
    /// @param until its end; null unless it is temporary
    /// @param clause of the terms of service that was violated; left out for other reasons
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

    /// What the person can do.
    ///
    /// @param retryAt when the same request may be repeated; null when repeating is of no use, or not needed
    /// @param retryAfterSeconds the same, counted from `at`
    /// @param methods of the account that would work now, best first
    /// @param advice most useful first
    /// @param route where the person is sent; null when nowhere
    /// @param otherwise where the choice "none of these" leads, below the methods; null when the account is not known
    /// @param recoveryAddress where account recovery is; left out unless `route` or `otherwise` leads there
    @Schema(name = "Next")
    public record Next(
            @Nullable Instant retryAt,
            @Schema(example = "86400") @Nullable Long retryAfterSeconds,
            List<Usable> methods,
            List<Advice> advice,
            @Nullable String route,
            @Schema(
                            description =
                                    "Where the choice \"none of these\" leads: `replacement` is POST"
                                            + " /v1/accounts/{id}/security-info/replacement",
                            allowableValues = {
                                "replacement",
                                "account-recovery",
                                "contact-help-desk"
                            })
                    @Nullable String otherwise,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(
                            description = "From configuration; where `account-recovery` is",
                            example = "https://example.com/recover")
                    @Nullable String recoveryAddress) {}

    /// A method of the account that would work now.
    @Schema(name = "Usable")
    public record Usable(
            String securityInfo,
            @Schema(example = "email") String channel,
            @Schema(example = "ra…") String hint) {}

    /// What the person is advised to do.
    @Schema(name = "Advice")
    public record Advice(@Schema(example = "try-another-method") String code, String text) {}

    /// What a code shows as its sender.
    @Schema(name = "Sender")
    public record Sender(@Schema(example = "email") String channel, String address) {}

    /// What a rule on trial, or one that was weaker, found.
    @Schema(name = "Shadow")
    public record Shadow(String rule, String reason, String verdict, @Nullable Instant until) {}
}
