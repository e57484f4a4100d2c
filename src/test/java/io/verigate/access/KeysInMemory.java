package io.verigate.access;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keys that are forgotten with the test. Used by one thread.
public final class KeysInMemory implements ApiKeys {
    private final Map<String, ApiKey> kept = new LinkedHashMap<>();

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
        Map<String, ApiKey> found = new LinkedHashMap<>(kept);
        found.values().removeIf(key -> key.revokedAt() != null);
        return found;
    }

    @Override
    public List<ApiKey> all() {
        return List.copyOf(kept.values());
    }

    @Override
    public void add(ApiKey key, String sha256) {
        kept.put(sha256, key);
    }

    @Override
    public boolean revoke(String id, Instant now) {
        kept.replaceAll((hash, key) ->
                key.id().equals(id)
                        ? new ApiKey(
                                id,
                                key.name(),
                                key.role(),
                                key.scopes(),
                                key.createdAt(),
                                key.expiresAt(),
                                now)
                        : key);
        return true;
    }
}
