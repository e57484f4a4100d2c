package io.verigate.verification;

import io.verigate.crypto.Fingerprints;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/// Generates and compares codes. A code is never stored, only its keyed hash, which is bound to one verification and
/// purpose. Thread-safe.
@Singleton
public final class Codes {
    /// How long a code is valid (NIST SP 800-63B-4 3.1.3.1, OWASP ASVS 5.0 6.5.5).
    public static final Duration LIFE = Duration.ofMinutes(10);

    /// The number of wrong codes after which a verification is exhausted.
    public static final int CHECKS = 5;

    /// The minimum number of digits: 10⁶ codes are 20 bits, rounded down (NIST SP 800-63B-4 3.1.3.1).
    public static final int MIN_DIGITS = 6;

    /// The maximum number of digits that people can be expected to type.
    public static final int MAX_DIGITS = 8;

    private static final int DECIMAL = 10;

    private final SecureRandom random = new SecureRandom();
    private final Fingerprints fingerprints;
    private final int digits;

    @Inject
    Codes(Fingerprints fingerprints, CodeConfiguration configuration) {
        this(fingerprints, configuration.digits());
    }

    /// @param digits from 6 to 8
    /// @throws IllegalArgumentException when out of range
    public Codes(Fingerprints fingerprints, int digits) {
        if (digits < MIN_DIGITS || digits > MAX_DIGITS) {
            throw new IllegalArgumentException("`verigate.delivery.digits` must be from 6 to 8");
        }
        this.fingerprints = fingerprints;
        this.digits = digits;
    }

    /// A new code, uniformly distributed.
    public String next() {
        StringBuilder code = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            code.append((char) ('0' + random.nextInt(DECIMAL)));
        }
        return code.toString();
    }

    /// The hash to store of a code.
    public byte[] hash(Verification verification, String code) {
        return fingerprints.of(
                "code", verification.id() + '\n' + verification.purpose().wireName() + '\n' + code);
    }

    /// Whether this is the code. Takes constant time, also when there is no code.
    public boolean matches(Verification verification, String code) {
        byte[] entered = hash(verification, code);
        Optional<byte[]> stored = verification.hash();
        return MessageDigest.isEqual(entered, stored.orElseGet(() -> new byte[entered.length]))
                && stored.isPresent();
    }
}
