package io.verigate.journal;

import java.time.Instant;
import java.util.List;

/// Finds differences of shadow rules and candidates. Reads committed state only. Thread-safe.
public interface ShadowDifferences {
    /// The differences of one decision; empty when there are none.
    List<ShadowDifference> of(String decision);

    /// Number of occurrences by rule set, rule, verdicts and region, without the rules that fired.
    ///
    /// @param from start, inclusive
    /// @param to end, exclusive
    List<Count> counts(Instant from, Instant to);

    /// Total number of decisions.
    ///
    /// @param from start, inclusive
    /// @param to end, exclusive
    long decisions(Instant from, Instant to);

    /// The number of occurrences of a difference.
    ///
    /// @param difference without the rules that fired
    /// @param decisions number of decisions
    record Count(ShadowDifference difference, long decisions) {}
}
