package io.verigate.api.rulesets;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.api.common.problem.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Response bodies for rule sets.
public final class RuleSetBodies {
    private RuleSetBodies() {}

    /// The active rule set of the node that responds.
    ///
    /// @param revision hash of its files
    /// @param wanted revision that all nodes should use; differs for seconds only, or if it is rejected here
    /// @param since when this node activated it
    /// @param source `folder` or `database`
    /// @param before previous revision that was not rolled back; null if unknown
    /// @param refused the wanted revision, if this node rejects it
    @Schema(
            name = "RuleSet",
            description = "The active rule set, as seen by the node that responds")
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

    /// A rule set that this node rejects; the previous one stays active.
    ///
    /// @param revision empty if the files in the folder cannot be read
    @Schema(name = "RefusedRuleSet")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Refused(String revision, List<FieldError> errors) {}

    /// A candidate.
    ///
    /// @param share percentage of accounts that it decides for; 0 for a shadow
    /// @param suspended whether this node stopped running it after repeated failures
    /// @param refused its errors, if this node rejects it
    @Schema(name = "CandidateRuleSet")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Candidate(
            String revision, double share, boolean suspended, @Nullable Refused refused) {}

    /// A rule.
    ///
    /// @param policy name of its file without extension
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

    /// A stored version.
    ///
    /// @param author name of the author's API key; empty if it came from a folder
    /// @param activated recent activations, newest first
    /// @param files contents by name; omitted in lists
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

    /// An activation.
    @Schema(name = "Activation")
    public record Activation(String by, Instant at) {}

    /// A validation report.
    @Schema(name = "Examination")
    public record Examination(int rules, int cases, List<String> warnings) {}

    /// A valid draft.
    @Schema(name = "ValidRuleSet")
    public record Valid(String revision, Examination examination) {}

    /// A published version.
    ///
    /// @param active whether it is active
    /// @param awaits what it waits for; null if active
    @Schema(name = "PublishedRuleSet")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Published(Version version, boolean active, @Nullable String awaits) {}

    /// A rollout, in effect on every node within 5 seconds.
    @Schema(name = "Rollout")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rollout(
            long number,
            String active,
            @Nullable String candidate,
            @Nullable Double share,
            String by,
            Instant at) {}

    /// Differences between two rule sets.
    ///
    /// @param decisions effect on recent decisions; null if not requested
    @Schema(name = "RuleSetDiff")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Diff(
            String from, String to, List<FileChange> files, @Nullable Decisions decisions) {}

    /// A changed file.
    @Schema(name = "FileChange")
    public record FileChange(
            String file,
            @Schema(allowableValues = {"added", "removed", "changed"}) String change,
            @Schema(description = "Unified diff") String diff) {}

    /// Effect on the newest decisions.
    ///
    /// @param unknown counters that were not recorded and count as 0
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

    /// Differences between decisions and those of shadow rules and candidates.
    ///
    /// @param decisions total number of decisions
    @Schema(name = "ShadowReport")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shadow(
            Instant from,
            Instant to,
            long decisions,
            @Nullable Candidate candidate,
            List<Difference> items) {}

    /// A difference and its frequency.
    ///
    /// @param ruleset revision of the candidate, or of the rule set with the shadow rule
    /// @param rule rule id; empty for the candidate as a whole
    /// @param verdict verdict of the active rule set
    /// @param other verdict of the shadow rule or candidate; `failed` if it failed
    /// @param effective whether the candidate decided
    /// @param fired ids of the candidate's rules that fired; empty in counts
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
