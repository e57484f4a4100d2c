package io.verigate.assessment;

import io.verigate.ledger.RecordType.Key;
import java.util.Set;

/// What a use case does about a decision, in the same transaction.
@FunctionalInterface
public interface DecisionConsequence<T> {
    /// What it reads besides what the decision reads; the account's subject is locked already.
    default Set<Key<?, ?>> reads() {
        return Set.of();
    }

    /// Does it. Must not block, and must be repeatable.
    T apply(AssessmentResult assessed, DecisionEffects effects);

    /// Called after the commit. Must not fail and must not block.
    default void committed(T result) {}
}
