package io.verigate.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What to look for in the journal; null filters nothing.
///
/// @param filter which decisions
/// @param from not before
/// @param to before
/// @param before only decisions whose id sorts before this: the cursor
/// @param most how many at most, from 1 to 1000
public record JournalQuery(
        JournalFilter filter,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String before,
        int most) {}
