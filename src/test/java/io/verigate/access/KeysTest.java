package io.verigate.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeysTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final ApiKeyGenerator maker = new ApiKeyGenerator();
    private final CountedKeys keys = new CountedKeys();
    private Instant now = NOW;
    private final ApiKeyAuthenticator check = new ApiKeyAuthenticator(keys, () -> now);

    @Test
    void makesKeysOf256Bits() {
        ApiKeyGenerator.NewApiKey made = maker.make("shop", Role.SERVICE, NOW, null);
        assertThat(made.secret()).matches("vg_[A-Za-z0-9_-]{43}");
        assertThat(made.sha256())
                .matches("[0-9a-f]{64}")
                .isEqualTo(ApiKeyGenerator.sha256(made.secret()));
        assertThat(made.key().scopes()).isEqualTo(Role.SERVICE.grants());
        assertThat(made.toString()).doesNotContain(made.secret(), made.sha256());
        assertThat(maker.make("shop", Role.SERVICE, NOW, null).secret())
                .isNotEqualTo(made.secret());
    }

    @Test
    void scopesOnlyNarrowTheRole() {
        assertThat(
                        maker.make(
                                        "shop",
                                        Role.SERVICE,
                                        Set.of(ApiScope.DECISIONS_WRITE),
                                        NOW,
                                        null)
                                .key()
                                .scopes())
                .containsExactly(ApiScope.DECISIONS_WRITE);
        assertThatThrownBy(() ->
                        maker.make("shop", Role.SERVICE, Set.of(ApiScope.KEYS_WRITE), NOW, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameIsNoLongerThanWhatIsKeptOfIt() {
        assertThat(maker.make("n".repeat(100), Role.SERVICE, NOW, null).key().name()).hasSize(100);
        assertThatThrownBy(() -> maker.make("n".repeat(101), Role.SERVICE, NOW, null))
                .hasMessageContaining("1 to 100 characters");
    }

    @Test
    void opensWithAKeyThatWorks() {
        ApiKeyGenerator.NewApiKey made = added(null);
        assertThat(check.open(made.secret())).contains(made.key());
        assertThat(check.open(made.secret().substring(1))).isEmpty();
        assertThat(check.open("")).isEmpty();
        assertThat(check.open(maker.make("other", Role.ADMIN, NOW, null).secret())).isEmpty();
        assertThat(check.open(made.sha256())).isEmpty();
    }

    @Test
    void readsTheKeysOnceInAWhile() {
        ApiKeyGenerator.NewApiKey made = added(null);
        check.open(made.secret());
        check.open(made.secret());
        assertThat(keys.looked).isEqualTo(1);
        now = NOW.plus(ApiKeyAuthenticator.MAX_AGE);
        check.open(made.secret());
        assertThat(keys.looked).isEqualTo(2);
    }

    @Test
    void guessedKeysDoNotReadEach() {
        ApiKeyGenerator.NewApiKey made = added(null);
        for (int i = 0; i < 50; i++) {
            String guess = maker.make("guess", Role.ADMIN, NOW, null).secret();
            assertThat(check.open(guess)).isEmpty();
        }
        assertThat(check.open(made.secret())).isPresent();
        assertThat(keys.looked).isEqualTo(1);
    }

    @Test
    void aKeyThatWasJustMadeWorksSoon() {
        check.open(added(null).secret());
        ApiKeyGenerator.NewApiKey late = added(null);
        now = NOW.plus(ApiKeyAuthenticator.RETRY_DELAY);
        assertThat(check.open(late.secret())).isPresent();
    }

    @Test
    void failsClosedAndAsksAgainSoon() {
        ApiKeyGenerator.NewApiKey made = added(null);
        keys.away = true;
        assertThatThrownBy(() -> check.open(made.secret())).hasMessage("away");
        assertThatThrownBy(() -> check.open(made.secret())).hasMessage("away");
        assertThat(keys.looked).isEqualTo(1);
        keys.away = false;
        now = NOW.plus(ApiKeyAuthenticator.RETRY_DELAY);
        assertThat(check.open(made.secret())).isPresent();
    }

    @Test
    void aRevokedKeyStopsWithinSeconds() {
        ApiKeyGenerator.NewApiKey made = added(null);
        check.open(made.secret());
        keys.revoke(made.key().id(), NOW);
        now = NOW.plus(ApiKeyAuthenticator.MAX_AGE);
        assertThat(check.open(made.secret())).isEmpty();
    }

    @Test
    void aClockThatIsSetBackKeepsNoKeyAlive() {
        ApiKeyGenerator.NewApiKey made = added(null);
        check.open(made.secret());
        keys.revoke(made.key().id(), NOW);
        now = NOW.minus(Duration.ofHours(1));
        assertThat(check.open(made.secret())).isEmpty();
    }

    @Test
    void aKeyThatIsRememberedExpiresOnTime() {
        ApiKeyGenerator.NewApiKey made = added(NOW.plusSeconds(2));
        assertThat(check.open(made.secret())).isPresent();
        now = NOW.plusSeconds(2);
        assertThat(check.open(made.secret())).isEmpty();
    }

    @Test
    void theFirstKeyIsForItsOwnerOnly(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("data/admin.key");
        assertThat(InitialApiKey.createIfNone(keys, file, NOW)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String secret = Files.readString(file).strip();
        assertThat(check.open(secret)).map(ApiKey::role).contains(Role.ADMIN);
        assertThat(InitialApiKey.createIfNone(keys, file, NOW)).isFalse();
        assertThat(Files.readString(file).strip()).isEqualTo(secret);
    }

    private ApiKeyGenerator.NewApiKey added(Instant expiresAt) {
        ApiKeyGenerator.NewApiKey made = maker.make("shop", Role.SERVICE, NOW, expiresAt);
        keys.add(made.key(), made.sha256());
        return made;
    }
}
