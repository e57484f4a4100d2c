package io.verigate.journal;

import io.verigate.decision.Verdict;
import org.jspecify.annotations.Nullable;

/// Selects decisions; null matches all.
///
/// @param account of the decision
/// @param verdict of the decision
/// @param rule id of a rule that fired
/// @param region of the phone number
/// @param reason code of a reason
public record JournalFilter(
        @Nullable String account,
        @Nullable Verdict verdict,
        @Nullable String rule,
        @Nullable String region,
        @Nullable String reason) {
    /// Matches all decisions.
    public static final JournalFilter ALL = new JournalFilter(null, null, null, null, null);
}
