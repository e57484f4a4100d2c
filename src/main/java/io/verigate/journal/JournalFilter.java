package io.verigate.journal;

import io.verigate.decision.Verdict;
import org.jspecify.annotations.Nullable;

/// Which decisions are wanted; null filters nothing.
///
/// @param account whose
/// @param verdict which answer
/// @param rule id of a rule that fired
/// @param region of the phone number
/// @param reason code of a reason
public record JournalFilter(
        @Nullable String account,
        @Nullable Verdict verdict,
        @Nullable String rule,
        @Nullable String region,
        @Nullable String reason) {
    /// All of them.
    public static final JournalFilter ALL = new JournalFilter(null, null, null, null, null);
}
