package io.verigate.analysis.replay;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Something for each of a few names, made when a name is first met. Used by one thread.
public final class CountsByName<K, V> {
    private final Map<K, V> all = new HashMap<>();
    private final Supplier<V> empty;

    public CountsByName(Supplier<V> empty) {
        this.empty = empty;
    }

    public V of(K name) {
        return all.computeIfAbsent(name, key -> empty.get());
    }

    public Map<K, V> all() {
        return all;
    }

    public List<Map.Entry<K, V>> sorted(Comparator<Map.Entry<K, V>> order) {
        return all.entrySet().stream().sorted(order).toList();
    }

    /// A number that grows.
    public static final class Number {
        public long value;

        public void add(long more) {
            value += more;
        }
    }
}
