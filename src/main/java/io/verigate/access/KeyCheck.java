package io.verigate.access;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells which key a caller holds. All keys are read together and kept for a few seconds, so that neither a good key nor
/// a flood of guessed ones costs a look into the database each. Thread-safe.
@Singleton
public final class KeyCheck {
    /// How long a key may work on after it was revoked.
    public static final Duration FRESH = Duration.ofSeconds(5);

    /// How long a key that was just made may stay unknown, and how soon a database that failed is asked again.
    public static final Duration AGAIN = Duration.ofMillis(100);

    private final ApiKeys keys;
    private final InstantSource clock;
    private volatile Known known = new Known(Map.of(), Instant.MIN);
    private @Nullable Failure failure;

    public KeyCheck(ApiKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    private record Known(Map<String, ApiKey> bySha256, Instant at) {}

    private record Failure(RuntimeException cause, Instant at) {}

    /// The key that works now; empty when the text is none, or one that is unknown, expired or revoked. May ask the
    /// database, and fails when that does.
    public Optional<ApiKey> open(String secret) {
        if (!KeyMaker.isKey(secret)) {
            return Optional.empty();
        }
        // A hash of 256 random bits is compared, never the secret: how long that takes tells
        // nothing of use.
        String sha256 = KeyMaker.sha256(secret);
        Known now = known;
        if (!isFresh(now, sha256)) {
            now = read(sha256);
        }
        return Optional.ofNullable(now.bySha256().get(sha256))
                .filter(key -> key.worksAt(clock.instant()));
    }

    /// The key that works now, if that is known without asking the database; empty says nothing.
    public Optional<ApiKey> atHand(String secret) {
        if (!KeyMaker.isKey(secret)) {
            return Optional.empty();
        }
        Known now = known;
        return Optional.ofNullable(now.bySha256().get(KeyMaker.sha256(secret)))
                .filter(key -> isYounger(now.at(), FRESH) && key.worksAt(clock.instant()));
    }

    /// Forgets all keys, so that the next call asks again.
    public synchronized void forget() {
        known = new Known(Map.of(), Instant.MIN);
    }

    // One caller reads for all who wait.
    private synchronized Known read(String sha256) {
        if (isFresh(known, sha256)) {
            return known;
        }
        if (failure != null && isYounger(failure.at(), AGAIN)) {
            throw failure.cause();
        }
        // Taken before the keys are read: a revocation in between is younger than what is kept.
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
        return isYounger(one.at(), one.bySha256().containsKey(sha256) ? FRESH : AGAIN);
    }

    // Without the sign: a clock that was set back must not keep a key alive.
    private boolean isYounger(Instant at, Duration age) {
        Instant now = clock.instant();
        return at.isAfter(now.minus(age)) && at.isBefore(now.plus(age));
    }
}
