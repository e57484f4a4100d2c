package io.verigate.api.rulesets;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.api.common.problem.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rule sets as callers get them.
public final class RuleSetResponseBodies {
    private RuleSetResponseBodies() {}

    /// What decides on the node that answers.
    ///
    /// @param revision a hash over its files
    /// @param wanted what should decide on all nodes; the same but for seconds, or when it is refused
    /// @param since when it began to, on this node
    /// @param source `folder` or `database`
    /// @param before what decided before, and was not taken back; null when nothing is known of it
    /// @param refused what should decide and has faults on this node; null when all is well
    @Schema(name = "RuleSet", description = "The rules that decide now, on the node that answers")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Active(
            @Schema(example = "541d6b6ffd84beab") String revision,
            @Schema(example = "541d6b6ffd84beab") String wanted,
            Instant since,
            @Schema(allowableValues = {"folder", "database"}) String source,
            @Nullable String before,
            @Nullable Refused refused,
            @Nullable Candidate candidate,
            List<Rule> rules) {}

    /// A rule set that this node cannot use; the one before goes on.
    ///
    /// @param revision empty when the files of the folder cannot even be read
    @Schema(name = "RefusedRuleSet")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Refused(String revision, List<FieldError> errors) {}

    /// A rule set that is tried.
    ///
    /// @param share of accounts that it decides for, in percent; 0: none
    /// @param suspended whether it failed so often on this node that it is not asked any more
    /// @param refused its faults on this node; null when all is well
    @Schema(name = "CandidateRuleSet")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Candidate(
            String revision, double share, boolean suspended, @Nullable Refused refused) {}

    /// One rule.
    ///
    /// @param policy the file that it stands in, without its ending
    /// @param mode `enforce` or `shadow`
    @Schema(name = "Rule")
    public record Rule(
            @Schema(example = "HV-003") String id,
            String summary,
            @Schema(example = "high-volume") String policy,
            @Schema(
                            example = "enforce",
                            allowableValues = {"enforce", "shadow"})
                    String mode) {}

    /// One kept version.
    ///
    /// @param author name of the caller; empty when it came from the folder of a node
    /// @param activated when it was made the one that decides, newest first, as far as is looked back
    /// @param files text by name; left out in lists
    @Schema(name = "RuleSetVersion")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Version(
            String revision,
            @Nullable String parent,
            String author,
            String message,
            Instant at,
            Examination examination,
            boolean active,
            List<Activation> activated,
            @Nullable Map<String, String> files) {}

    /// Somebody made it the one that decides.
    @Schema(name = "Activation")
    public record Activation(String by, Instant at) {}

    /// What was checked.
    @Schema(name = "Examination")
    public record Examination(int rules, int cases, List<String> warnings) {}

    /// What a draft is good for.
    @Schema(name = "ValidRuleSet")
    public record Valid(String revision, Examination examination) {}

    /// What became of a draft.
    ///
    /// @param active whether it decides from now on
    /// @param awaits what it waits for; null when it decides
    @Schema(name = "PublishedRuleSet")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Published(Version version, boolean active, @Nullable String awaits) {}

    /// What decides from now on, on every node within 5 seconds.
    @Schema(name = "Rollout")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rollout(
            long number,
            String active,
            @Nullable String candidate,
            @Nullable Double share,
            String by,
            Instant at) {}

    /// How two rule sets differ.
    ///
    /// @param decisions what recent decisions would be; null when it was not asked for
    @Schema(name = "RuleSetDiff")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Diff(
            String from, String to, List<FileChange> files, @Nullable Decisions decisions) {}

    /// How one file changed.
    @Schema(name = "FileChange")
    public record FileChange(
            String file,
            @Schema(allowableValues = {"added", "removed", "changed"}) String change,
            @Schema(description = "Unified diff") String diff) {}

    /// What the newest decisions would be by both.
    ///
    /// @param unknown counters that were not recorded, and count nothing here
    @Schema(name = "DecisionChanges")
    public record Decisions(
            int decided,
            int changed,
            List<Turn> turns,
            List<String> examples,
            List<String> unknown) {}

    /// Decisions that change in the same way.
    @Schema(name = "DecisionTurn")
    public record Turn(String from, String to, String region, List<String> rules, int decisions) {}

    /// What rules in shadow mode and candidates would have decided.
    ///
    /// @param decisions how many were made in all
    @Schema(name = "ShadowReport")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shadow(
            Instant from,
            Instant to,
            long decisions,
            @Nullable Candidate candidate,
            List<Difference> items) {}

    /// A difference, and how often it was seen.
    ///
    /// @param ruleset the candidate, or the rule set whose rule is in shadow mode
    /// @param rule empty: the candidate as a whole
    /// @param verdict of the active rule set
    /// @param other of the shadow or the candidate; `failed` when it could not be run
    /// @param effective whether the candidate was the one that decided
    /// @param fired ids of the rules of the candidate that fired; empty in counts
    @Schema(name = "ShadowDifference")
    public record Difference(
            String ruleset,
            String rule,
            String verdict,
            String other,
            String region,
            boolean effective,
            List<String> fired,
            long decisions) {}
}
