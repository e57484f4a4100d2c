package io.verigate.assessment;

import io.verigate.ledger.RecordType.Key;
import java.util.Set;

/// What is done about a decision, in the same durable step.
@FunctionalInterface
public interface DecisionConsequence<T> {
    /// What it reads besides; the account's subject is locked already.
    default Set<Key<?, ?>> reads() {
        return Set.of();
    }

    /// Does it. Must not block, and must be repeatable.
    T apply(AssessmentResult assessed, DecisionEffects effects);
}
