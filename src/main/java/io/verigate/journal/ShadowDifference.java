package io.verigate.journal;

import io.verigate.ledger.RecordType;
import java.util.List;

/// A difference between a decision and a shadow rule or candidate. Contains no personal data.
///
/// @param ruleset revision of the candidate, or of the rule set whose rule is in shadow mode
/// @param rule id of the rule; empty for a candidate as a whole
/// @param verdict wire name of the verdict of the active rule set
/// @param other wire name of the verdict of the shadow rule or candidate; `failed` when it failed
/// @param region of the phone number, ISO 3166-1 alpha-2; empty without one
/// @param effective whether the candidate decided
/// @param fired ids of the rules that fired in the candidate; empty for one rule
public record ShadowDifference(
        String ruleset,
        String rule,
        String verdict,
        String other,
        String region,
        boolean effective,
        List<String> fired) {
    /// The verdict of a candidate that failed.
    public static final String FAILED = "failed";

    /// Ledger records by the id of the decision. Write-only.
    public static final RecordType<String, All> RECORDS =
            new RecordType<>("differences", String.class, All.class, false);

    public ShadowDifference {
        fired = List.copyOf(fired);
    }

    /// Whether it concerns a single rule and not a candidate as a whole.
    public boolean ofRule() {
        return !rule.isEmpty();
    }

    /// All differences of one decision.
    public record All(List<ShadowDifference> all) {
        public All {
            all = List.copyOf(all);
        }
    }
}
