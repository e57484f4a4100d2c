package io.verigate.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A search in the decision log; null matches all.
///
/// @param filter which decisions
/// @param from start, inclusive
/// @param to end, exclusive
/// @param before cursor: only decisions whose id sorts before this
/// @param most maximum number, 1 to 1000
public record JournalQuery(
        JournalFilter filter,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String before,
        int most) {}
