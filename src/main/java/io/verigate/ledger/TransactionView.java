package io.verigate.ledger;

import io.verigate.ledger.RecordType.Key;
import java.util.Optional;

/// What one step sees: the records that it named, with the writes of all steps before it.
public interface TransactionView {
    /// The record at a place.
    ///
    /// @throws IllegalStateException when the step did not name the place beforehand
    <K, V> Optional<V> get(Key<K, V> key);

    /// Writes the record whole. Kept only if the step ends without an exception.
    ///
    /// A place that was not named may be written when it is new, as journal entries are.
    <K, V> void put(Key<K, V> key, V value);
}
