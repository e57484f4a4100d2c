package io.verigate.access.mariadb;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.verigate.access.ApiKey;
import io.verigate.access.ApiScope;
import io.verigate.access.Role;
import io.verigate.decision.WireEnum;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An API key as a row: its hash, never the key itself.
@MappedEntity("api_key")
record ApiKeyEntity(
        @Id String id,
        String name,
        String role,
        String scopes,
        String sha256,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {
    static ApiKeyEntity of(ApiKey key, String sha256) {
        return new ApiKeyEntity(
                key.id(),
                key.name(),
                key.role().wireName(),
                key.scopes().stream()
                        .map(ApiScope::scope)
                        .sorted()
                        .collect(Collectors.joining(" ")),
                sha256,
                key.createdAt(),
                key.expiresAt(),
                key.revokedAt());
    }

    /// What a role no longer grants, its older keys lose, too.
    ApiKey key() {
        Role known = WireEnum.parse(Role.class, role).orElseThrow();
        Set<String> granted = Set.of(scopes.split(" "));
        return new ApiKey(
                id,
                name,
                known,
                known.grants().stream()
                        .filter(access -> granted.contains(access.scope()))
                        .collect(Collectors.toSet()),
                createdAt,
                expiresAt,
                revokedAt);
    }
}
