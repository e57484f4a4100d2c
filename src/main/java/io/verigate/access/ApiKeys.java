package io.verigate.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The keys that callers hold. Thread-safe.
public interface ApiKeys {
    /// All keys that were not revoked, expired ones too, by their SHA-256 in hexadecimal digits.
    Map<String, ApiKey> unrevoked();

    /// All keys, oldest first, revoked ones too.
    List<ApiKey> all();

    /// Keeps a new key.
    void add(ApiKey key, String sha256);

    /// Revokes a key at once on this node, and within seconds on the others.
    ///
    /// @return whether there was one that was not revoked yet
    boolean revoke(String id, Instant now);
}
