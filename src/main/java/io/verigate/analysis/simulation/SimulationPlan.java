package io.verigate.analysis.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What is simulated. The same plan always gives the same people, who do the same as long as they are answered the same.
///
/// @param seed of everything that is random
/// @param people how many are honest
/// @param start when it begins
/// @param length how long it lasts
/// @param attacks what attackers do meanwhile
public record SimulationPlan(
        long seed, int people, Instant start, Duration length, List<AttackKind> attacks) {
    /// The usual beginning: a Monday.
    public static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");

    public SimulationPlan {
        attacks = List.copyOf(attacks);
    }

    /// When it ends.
    public Instant end() {
        return start.plus(length);
    }
}
