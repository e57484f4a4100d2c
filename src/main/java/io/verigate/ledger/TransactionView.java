package io.verigate.ledger;

import io.verigate.ledger.RecordType.Key;
import java.util.Optional;

/// What one transaction sees: the records that it named, with the writes of all transactions before it.
public interface TransactionView {
    /// The record with a key; empty when there is none.
    ///
    /// @throws IllegalStateException when the transaction did not name the key beforehand
    <K, V> Optional<V> get(Key<K, V> key);

    /// Writes the record whole. Kept only if the transaction ends without an exception.
    ///
    /// A key that was not named may be written when it is new, as entries of the decision log are.
    <K, V> void put(Key<K, V> key, V value);
}
