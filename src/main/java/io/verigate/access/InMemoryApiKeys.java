package io.verigate.access;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps API keys in memory, for rehearsals and tests. Thread-safe.
public final class InMemoryApiKeys implements ApiKeys {
    private final Map<String, ApiKey> kept = new LinkedHashMap<>();

    @Override
    public synchronized Map<String, ApiKey> unrevoked() {
        Map<String, ApiKey> found = new LinkedHashMap<>(kept);
        found.values().removeIf(key -> key.revokedAt() != null);
        return found;
    }

    @Override
    public synchronized List<ApiKey> all() {
        return List.copyOf(kept.values());
    }

    @Override
    public synchronized void add(ApiKey key, String sha256) {
        kept.put(sha256, key);
    }

    @Override
    public synchronized boolean revoke(String id, Instant now) {
        for (Map.Entry<String, ApiKey> entry : kept.entrySet()) {
            ApiKey key = entry.getValue();
            if (key.id().equals(id) && key.revokedAt() == null) {
                entry.setValue(key.revoked(now));
                return true;
            }
        }
        return false;
    }
}
