package io.verigate.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The metadata of an API key, without its secret.
///
/// @param id unique, starts with `k-`
/// @param name chosen by the operator, shown in records of calls
/// @param role limits the scopes
/// @param scopes what the caller may do
/// @param createdAt when it was created
/// @param expiresAt end of its validity, exclusive; null when it does not expire
/// @param revokedAt null unless it was revoked
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

    /// Whether it is valid at a time.
    public boolean worksAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /// The same key, revoked at a time.
    ApiKey revoked(Instant at) {
        return new ApiKey(id, name, role, scopes, createdAt, expiresAt, at);
    }
}
