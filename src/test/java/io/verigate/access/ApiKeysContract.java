package io.verigate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every store of API keys promises.
public abstract class ApiKeysContract {
    private static final Instant NOW = Instant.parse("2026-10-25T00:30:00.123456Z");

    /// An empty store.
    protected abstract ApiKeys empty();

    @ParameterizedTest
    @EnumSource
    void keepsAKeyOfEveryRole(Role role) {
        ApiKeys keys = empty();
        ApiKey key = key("k-1", role, null);

        keys.add(key, "a".repeat(64));

        assertThat(keys.all()).containsExactly(key);
        assertThat(keys.unrevoked()).containsOnlyKeys("a".repeat(64)).containsValue(key);
    }

    /// Ten years from now is beyond what a TIMESTAMP holds, and the clock of summer ends between the two.
    @Test
    void keepsTimesToTheMicrosecond() {
        ApiKeys keys = empty();
        ApiKey autumn = key("k-1", Role.SERVICE, NOW.plusSeconds(3_600));
        ApiKey late = key("k-2", Role.SERVICE, Instant.parse("2046-07-01T12:00:00.000001Z"));

        keys.add(autumn, "a".repeat(64));
        keys.add(late, "b".repeat(64));

        assertThat(keys.all()).containsExactly(autumn, late);
    }

    @Test
    void revokesAKeyOnce() {
        ApiKeys keys = empty();
        ApiKey key = key("k-1", Role.ADMIN, null);
        ApiKey other = key("k-2", Role.AUDITOR, null);
        keys.add(key, "a".repeat(64));
        keys.add(other, "b".repeat(64));

        assertThat(keys.revoke("k-1", NOW)).isTrue();
        assertThat(keys.revoke("k-1", NOW.plusSeconds(1))).isFalse();
        assertThat(keys.revoke("k-none", NOW)).isFalse();

        assertThat(keys.all()).containsExactly(key.revoked(NOW), other);
        assertThat(keys.unrevoked()).containsOnlyKeys("b".repeat(64));
    }

    @Test
    void keepsNarrowedScopes() {
        ApiKeys keys = empty();
        ApiKey key =
                new ApiKey(
                        "k-1",
                        "ü – 漢字 🙂",
                        Role.SERVICE,
                        Set.of(ApiScope.DECISIONS_WRITE, ApiScope.SANDBOX),
                        NOW,
                        null,
                        null);

        keys.add(key, "a".repeat(64));

        assertThat(keys.all()).containsExactly(key);
    }

    private static ApiKey key(String id, Role role, @Nullable Instant expiresAt) {
        return new ApiKey(id, "name of " + id, role, role.grants(), NOW, expiresAt, null);
    }
}
