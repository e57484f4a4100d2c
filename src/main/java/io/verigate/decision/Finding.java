package io.verigate.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one rule contributes to a decision.
///
/// @param rule the permanent id of the rule, for example `HV-003`
/// @param mode whether it has an effect
/// @param reason the code of the reason, for example `high-volume`
/// @param verdict `ALLOW` when it only advises
/// @param until when a delay, a wait or a temporary block ends; `FOREVER` when permanent; null when none applies
/// @param instruction what to do about a block; null unless the verdict is `BLOCK`
/// @param advice codes of advice, most useful first
/// @param route where the person is referred to; empty when nowhere
/// @param prompt whether the person is asked to verify security info from now on
/// @param marks events to count, whatever other findings say
public record Finding(
        String rule,
        Mode mode,
        String reason,
        Verdict verdict,
        @Nullable Instant until,
        @Nullable BlockInstruction instruction,
        List<String> advice,
        String route,
        boolean prompt,
        List<Mark> marks) {
    public Finding {
        advice = List.copyOf(advice);
        marks = List.copyOf(marks);
    }

    /// What to do about a block; empty unless the verdict is `BLOCK`.
    public Optional<BlockInstruction> blockInstruction() {
        return Optional.ofNullable(instruction);
    }

    /// The end for comparison; the epoch when there is none.
    Instant end() {
        return until == null ? Instant.EPOCH : until;
    }
}
