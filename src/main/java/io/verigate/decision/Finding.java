package io.verigate.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one rule contributes to a decision.
///
/// @param rule the permanent id of the rule, for example `HV-003`
/// @param mode whether it counts
/// @param reason the code of the reason, for example `high-volume`
/// @param verdict what it asks for; `ALLOW` when it only advises
/// @param until when a delay, a wait or a temporary block ends; `FOREVER` without end; null when no time belongs to it
/// @param order what is to be done about a block; null unless the verdict is `BLOCK`
/// @param advice codes of advice, most useful first
/// @param route where the person is sent; empty when nowhere
/// @param prompt whether the person is asked to verify security info from now on
/// @param marks what is to be remembered, whatever others find
public record Finding(
        String rule,
        Mode mode,
        String reason,
        Verdict verdict,
        @Nullable Instant until,
        @Nullable BlockInstruction order,
        List<String> advice,
        String route,
        boolean prompt,
        List<Mark> marks) {
    public Finding {
        advice = List.copyOf(advice);
        marks = List.copyOf(marks);
    }

    /// What is to be done about a block.
    public Optional<BlockInstruction> blockOrder() {
        return Optional.ofNullable(order);
    }

    /// The end, with nothing read as the beginning of time, so that ends can be compared.
    Instant end() {
        return until == null ? Instant.EPOCH : until;
    }
}
