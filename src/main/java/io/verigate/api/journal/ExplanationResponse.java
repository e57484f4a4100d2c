package io.verigate.api.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Explanation of a decision.
///
/// @param decision id of the decision; null for a case
/// @param ruleset revision of the rule set that decided
/// @param verdict its verdict
/// @param asRecorded whether the same rules fire again
/// @param fired the rules that fired, winners first
/// @param nearly the rules that lacked a single test, closest first
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Explanation", description = "Explanation of a decision")
public record ExplanationResponse(
        @Nullable String decision,
        String ruleset,
        @Schema(example = "wait") String verdict,
        boolean asRecorded,
        List<Fired> fired,
        List<Nearly> nearly) {
    /// A rule that fired.
    ///
    /// @param fate `won`, `advised`, `lost` or `shadow`
    /// @param says its finding in words
    /// @param on its conditions and the facts they matched
    @Schema(name = "ExplanationFired")
    public record Fired(
            @Schema(example = "WT-001") String rule,
            String name,
            @Schema(
                            example = "won",
                            allowableValues = {"won", "advised", "lost", "shadow"})
                    String fate,
            @Schema(example = "waits until 2026-11-23T09:00:30Z") String says,
            List<Condition> on) {}

    /// A rule that nearly fired.
    ///
    /// @param closeness how close the missed limit was, from 0 to 1; 0 if no limit was missed
    /// @param missing the tests each of which alone prevented it from firing
    @Schema(name = "ExplanationNearly")
    public record Nearly(
            @Schema(example = "HV-001") String rule,
            String name,
            @Schema(example = "0.8") double closeness,
            List<Condition> missing) {}

    /// A condition, and why it is true or false.
    @Schema(name = "ExplanationCondition")
    public record Condition(
            @Schema(example = "codesInARow > 0") String condition,
            @Schema(example = "`codesInARow` is 0") String why,
            @Schema(example = "rules/wait-times.drl:13:46") String place) {}
}
