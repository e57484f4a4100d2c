package io.verigate.journal;

import io.verigate.decision.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What to look for in the journal; null filters nothing.
///
/// @param account whose
/// @param verdict which answer
/// @param rule id of a rule that fired
/// @param region of the phone number
/// @param reason code of a reason
/// @param from not before
/// @param to before
/// @param before only decisions whose id sorts before this: the cursor
/// @param most how many at most, from 1 to 1000
public record JournalQuery(
        @Nullable String account,
        @Nullable Verdict verdict,
        @Nullable String rule,
        @Nullable String region,
        @Nullable String reason,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String before,
        int most) {}
