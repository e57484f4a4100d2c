package io.verigate.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Keys in memory that can be away, and tell how often they were read. Used by one thread.
final class CountedKeys implements ApiKeys {
    private final ApiKeys kept = new InMemoryApiKeys();

    /// How many times they were read.
    int looked;

    /// Whether the place they are kept in is away.
    boolean away;

    @Override
    public Map<String, ApiKey> unrevoked() {
        looked++;
        if (away) {
            throw new IllegalStateException("away");
        }
        return kept.unrevoked();
    }

    @Override
    public List<ApiKey> all() {
        return kept.all();
    }

    @Override
    public void add(ApiKey key, String sha256) {
        kept.add(key, sha256);
    }

    @Override
    public boolean revoke(String id, Instant now) {
        return kept.revoke(id, now);
    }
}
