package io.verigate.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Stores API keys. Thread-safe.
public interface ApiKeys {
    /// All keys that are not revoked, including expired ones, by the hexadecimal SHA-256 of their secret.
    Map<String, ApiKey> unrevoked();

    /// All keys, oldest first, including revoked ones.
    List<ApiKey> all();

    /// Adds a new key.
    void add(ApiKey key, String sha256);

    /// Revokes a key at once on this node, and within seconds on the others.
    ///
    /// @return false when there is no such key, or it is already revoked
    boolean revoke(String id, Instant now);
}
