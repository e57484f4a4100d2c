package io.verigate.backtest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Something for each of a few names, made when a name is first met. Used by one thread.
final class Bag<K, V> {
    private final Map<K, V> all = new HashMap<>();
    private final Supplier<V> empty;

    Bag(Supplier<V> empty) {
        this.empty = empty;
    }

    V of(K name) {
        return all.computeIfAbsent(name, key -> empty.get());
    }

    Map<K, V> all() {
        return all;
    }

    List<Map.Entry<K, V>> sorted(Comparator<Map.Entry<K, V>> order) {
        return all.entrySet().stream().sorted(order).toList();
    }

    /// A number that grows.
    static final class Number {
        long value;

        void add(long more) {
            value += more;
        }
    }
}
