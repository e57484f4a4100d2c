package io.verigate.api.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a decision came out as it did.
///
/// @param decision id of the decision; null when a case is explained
/// @param ruleset revision of the rule set that decided
/// @param verdict the answer
/// @param asRecorded whether the same rules fire now as did then
/// @param fired the rules that fired, those that won first
/// @param nearly the rules that would have fired but for one test, the nearest first
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Explanation", description = "Why a decision came out as it did")
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
    /// @param says what it found, in words
    /// @param on its conditions, with what they were about
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
    /// @param closeness how near the limit is that was not reached, from 0 to 1; 0 when no limit is missing
    /// @param missing the tests of which each alone would have made it fire
    @Schema(name = "ExplanationNearly")
    public record Nearly(
            @Schema(example = "HV-001") String rule,
            String name,
            @Schema(example = "0.8") double closeness,
            List<Condition> missing) {}

    /// A condition, and why it holds or does not.
    @Schema(name = "ExplanationCondition")
    public record Condition(
            @Schema(example = "codesInARow > 0") String condition,
            @Schema(example = "`codesInARow` is 0") String why,
            @Schema(example = "rules/wait-times.drl:13:46") String place) {}
}
