package io.verigate.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Tells which key a caller holds. Looks each key up at most once in a few seconds, so that a revocation works within
/// that time. Only keys that exist are remembered, by their hash. Thread-safe.
public final class KeyCheck {
    /// How long a key may work on after it was revoked on another node.
    public static final Duration FRESH = Duration.ofSeconds(5);

    private static final int MOST = 1_000;

    private final ApiKeys keys;
    private final InstantSource clock;
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    public KeyCheck(ApiKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    private record Seen(ApiKey key, Instant at) {}

    /// The key that works now; empty when the text is none, or one that is unknown, expired or revoked. May ask the
    /// database.
    public Optional<ApiKey> open(String secret) {
        if (!KeyMaker.isKey(secret)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        // A hash of 256 random bits is compared, never the secret: how long that takes tells
        // nothing of use.
        String sha256 = KeyMaker.sha256(secret);
        Optional<ApiKey> fresh = recall(sha256, now);
        Optional<ApiKey> known = fresh.isPresent() ? fresh : keys.find(sha256);
        if (fresh.isEmpty()) {
            known.ifPresent(key -> remember(sha256, new Seen(key, now)));
        }
        return known.filter(key -> key.worksAt(now));
    }

    /// Forgets all keys, so that the next call of each asks again.
    public void forget() {
        synchronized (seen) {
            seen.clear();
        }
    }

    private Optional<ApiKey> recall(String sha256, Instant now) {
        synchronized (seen) {
            // The age is taken without its sign: a clock that was set back must not keep a key
            // alive.
            return Optional.ofNullable(seen.get(sha256))
                    .filter(one -> Duration.between(one.at(), now).abs().compareTo(FRESH) < 0)
                    .map(Seen::key);
        }
    }

    private void remember(String sha256, Seen one) {
        synchronized (seen) {
            seen.remove(sha256);
            if (seen.size() >= MOST) {
                seen.remove(seen.keySet().iterator().next());
            }
            seen.put(sha256, one);
        }
    }
}
