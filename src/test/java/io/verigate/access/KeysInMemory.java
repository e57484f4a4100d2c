package io.verigate.access;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keys that are forgotten with the test. Used by one thread.
public final class KeysInMemory implements ApiKeys {
    private final Map<String, ApiKey> kept = new LinkedHashMap<>();

    /// How many times a key was looked up.
    int looked;

    @Override
    public Optional<ApiKey> find(String sha256) {
        looked++;
        return Optional.ofNullable(kept.get(sha256));
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
