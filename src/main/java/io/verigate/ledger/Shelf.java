package io.verigate.ledger;

/// A kind of record that steps read and write whole, by key.
///
/// @param <K> its key, with `equals` and `hashCode`
/// @param <V> its value, immutable
/// @param name unique, for errors
/// @param lock whether reading a key here makes all other steps that read it wait; a step that writes anything reads
///     at least one such key first
public record Shelf<K, V>(String name, Class<K> keys, Class<V> values, boolean lock) {
    /// The place of one record.
    public Key<K, V> key(K id) {
        return new Key<>(this, id);
    }

    /// The place of one record on one shelf.
    public record Key<K, V>(Shelf<K, V> shelf, K id) {}
}
