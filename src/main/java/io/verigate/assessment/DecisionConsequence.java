package io.verigate.assessment;

import io.verigate.ledger.RecordType.Key;
import java.util.Set;

/// The work of a use case that follows a decision, in the same transaction.
@FunctionalInterface
public interface DecisionConsequence<T> {
    /// The records that it reads besides those of the decision. The subject of the account is locked already.
    default Set<Key<?, ?>> reads() {
        return Set.of();
    }

    /// The work. Must not block, and must be repeatable.
    T apply(AssessmentResult result, DecisionEffects effects);

    /// Called after the commit. Must not fail and must not block.
    default void committed(T result) {}
}
