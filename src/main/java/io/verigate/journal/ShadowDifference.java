package io.verigate.journal;

import io.verigate.ledger.RecordType;
import java.util.List;

/// One decision that would have been another: by a rule in shadow mode, or by a candidate. Names no person.
///
/// @param ruleset revision of the candidate, or of the rule set whose rule is in shadow mode
/// @param rule id of the rule; empty when it is about a candidate as a whole
/// @param verdict word of what the active rule set says
/// @param other word of what the shadow or the candidate says; `failed` when it could not say anything
/// @param region of the phone number, ISO 3166-1 alpha-2; empty without one
/// @param effective whether the candidate was the one that decided
/// @param fired ids of the rules that fired in the candidate; empty for one rule
public record ShadowDifference(
        String ruleset,
        String rule,
        String verdict,
        String other,
        String region,
        boolean effective,
        List<String> fired) {
    /// Said by a candidate that could not be run to its end.
    public static final String FAILED = "failed";

    /// Where the differences of decisions stand in the ledger, by the id of the decision. Only ever written.
    public static final RecordType<String, All> RECORDS =
            new RecordType<>("differences", String.class, All.class, false);

    public ShadowDifference {
        fired = List.copyOf(fired);
    }

    /// Whether it is about a rule in shadow mode or a rule of a candidate, and not about a candidate as a whole.
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
