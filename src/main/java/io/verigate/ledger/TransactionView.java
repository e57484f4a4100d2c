package io.verigate.ledger;

import io.verigate.ledger.RecordType.Key;
import java.util.Optional;

/// The records that one transaction named, including the writes of all transactions before it.
public interface TransactionView {
    /// The record with a key; empty when there is none.
    ///
    /// @throws IllegalStateException when the transaction did not name the key beforehand
    <K, V> Optional<V> get(Key<K, V> key);

    /// Writes a record. The write is discarded when the transaction throws an exception.
    ///
    /// A new key need not be named, for example that of a decision log entry.
    <K, V> void put(Key<K, V> key, V value);
}
