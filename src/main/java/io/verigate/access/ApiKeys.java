package io.verigate.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The keys that callers hold. Thread-safe.
public interface ApiKeys {
    /// The key with this SHA-256, in hexadecimal digits.
    Optional<ApiKey> find(String sha256);

    /// All keys, oldest first, revoked ones too.
    List<ApiKey> all();

    /// Keeps a new key.
    void add(ApiKey key, String sha256);

    /// Revokes a key at once on this node, and within seconds on the others.
    ///
    /// @return whether there was one that was not revoked yet
    boolean revoke(String id, Instant now);
}
