package io.verigate.ledger;

/// A type of record that transactions read and write as a whole, by key.
///
/// @param <K> its key, with `equals` and `hashCode`
/// @param <V> its value, immutable
/// @param name unique, for error messages
/// @param lock whether reading a record locks it. A transaction that writes must read at least one such key first, and
///     write it when there is no record: only an existing row can be locked, and of two transactions that create the
///     same record one runs again
public record RecordType<K, V>(String name, Class<K> keys, Class<V> values, boolean lock) {
    /// By name only, which is unique: keys are hashed many times in a batch.
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof RecordType<?, ?> recordType && name.equals(recordType.name);
    }

    /// The key of one record.
    public Key<K, V> key(K id) {
        return new Key<>(this, id, 31 * hashCode() + id.hashCode());
    }

    /// The key of one record.
    ///
    /// @param hash of type and id, stored because a batch uses it many times
    public record Key<K, V>(RecordType<K, V> recordType, K id, int hash) {
        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Key<?, ?> key
                            && hash == key.hash
                            && id.equals(key.id)
                            && recordType.equals(key.recordType);
        }

        @Override
        public String toString() {
            return recordType.name() + " " + id;
        }
    }
}
