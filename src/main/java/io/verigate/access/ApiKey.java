package io.verigate.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A caller's key, as it is kept: never the key itself.
///
/// @param id unique, starts with `k-`
/// @param name chosen by the operator, shown in records of what the caller did
/// @param role what it may do; scopes can only narrow it
/// @param scopes what it may do
/// @param createdAt when it was made
/// @param expiresAt it is worth nothing from here on; null when it does not expire
/// @param revokedAt when it was revoked; null while it was not
public record ApiKey(
        String id,
        String name,
        Role role,
        Set<ApiScope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /// Whether it opens anything at a time.
    public boolean worksAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /// The same key, revoked at a time.
    ApiKey revoked(Instant at) {
        return new ApiKey(id, name, role, scopes, createdAt, expiresAt, at);
    }
}
