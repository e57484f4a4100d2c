package io.verigate.access;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Authenticates callers by their API key. Caches all keys for a few seconds, so that neither valid keys nor
/// a flood of guessed ones cause a database query each. Thread-safe.
@Singleton
public final class ApiKeyAuthenticator {
    /// Maximum time that a key stays valid after it was revoked.
    public static final Duration MAX_AGE = Duration.ofSeconds(5);

    /// Maximum time that a new key stays unknown, and pause before a failed query is retried.
    public static final Duration RETRY_DELAY = Duration.ofMillis(100);

    private final ApiKeys keys;
    private final InstantSource clock;
    private volatile Known known = new Known(Map.of(), Instant.MIN);
    private @Nullable Failure failure;

    public ApiKeyAuthenticator(ApiKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    private record Known(Map<String, ApiKey> bySha256, Instant at) {}

    private record Failure(RuntimeException cause, Instant at) {}

    /// Returns the valid key; empty when the text is not a key, or the key is unknown, expired or revoked. May query the
    /// database, and fails when that fails.
    public Optional<ApiKey> open(String secret) {
        if (!ApiKeyGenerator.isKey(secret)) {
            return Optional.empty();
        }
        // Compares a hash of 256 random bits, never the secret, so that timing reveals
        // nothing useful.
        String sha256 = ApiKeyGenerator.sha256(secret);
        Known now = known;
        if (!isFresh(now, sha256)) {
            now = read(sha256);
        }
        return Optional.ofNullable(now.bySha256().get(sha256))
                .filter(key -> key.worksAt(clock.instant()));
    }

    /// Returns the valid key if it is cached; empty also when it is merely not cached.
    public Optional<ApiKey> atHand(String secret) {
        if (!ApiKeyGenerator.isKey(secret)) {
            return Optional.empty();
        }
        Known now = known;
        return Optional.ofNullable(now.bySha256().get(ApiKeyGenerator.sha256(secret)))
                .filter(key -> isYounger(now.at(), MAX_AGE) && key.worksAt(clock.instant()));
    }

    /// Empties the cache.
    public synchronized void forget() {
        known = new Known(Map.of(), Instant.MIN);
    }

    // One caller queries for all that wait.
    private synchronized Known read(String sha256) {
        if (isFresh(known, sha256)) {
            return known;
        }
        if (failure != null && isYounger(failure.at(), RETRY_DELAY)) {
            throw failure.cause();
        }
        // Before the query, so that a concurrent revocation is not missed for longer.
        Instant at = clock.instant();
        try {
            known = new Known(keys.unrevoked(), at);
            failure = null;
            return known;
        } catch (RuntimeException e) {
            failure = new Failure(e, clock.instant());
            throw e;
        }
    }

    private boolean isFresh(Known one, String sha256) {
        return isYounger(one.at(), one.bySha256().containsKey(sha256) ? MAX_AGE : RETRY_DELAY);
    }

    // In both directions: setting the clock back must not extend a key's life.
    private boolean isYounger(Instant at, Duration age) {
        Instant now = clock.instant();
        return at.isAfter(now.minus(age)) && at.isBefore(now.plus(age));
    }
}
