package io.verigate.journal;

import java.time.Instant;
import java.util.List;

/// What was decided and would have been decided otherwise, for people. Reads committed state only. Thread-safe.
public interface ShadowDifferences {
    /// The differences of one decision; empty when there are none.
    List<ShadowDifference> of(String decision);

    /// How often each difference was seen, without the rules that fired, by rule set, rule, verdicts and region.
    ///
    /// @param from not before
    /// @param to before
    List<Count> counts(Instant from, Instant to);

    /// How many decisions were made in all.
    ///
    /// @param from not before
    /// @param to before
    long decisions(Instant from, Instant to);

    /// How often a difference was seen.
    ///
    /// @param difference without the rules that fired
    /// @param decisions in how many decisions
    record Count(ShadowDifference difference, long decisions) {}
}
