package io.verigate.verification;

import io.verigate.crypto.Fingerprints;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/// Makes and compares codes. A code is never kept: what is kept is its keyed hash, bound to one verification and
/// purpose. Thread-safe.
@Singleton
public final class Codes {
    /// How long a code is worth something (NIST SP 800-63B-4 3.1.3.1, OWASP ASVS 5.0 6.5.5).
    public static final Duration LIFE = Duration.ofMinutes(10);

    /// How many wrong codes one verification bears.
    public static final int CHECKS = 5;

    /// Fewest digits: 10⁶ codes are 20 bits, to the next whole bit below (NIST SP 800-63B-4 3.1.3.1).
    public static final int MIN_DIGITS = 6;

    /// Most digits, so that people can still type it.
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
    /// @throws IllegalArgumentException when there are fewer or more
    public Codes(Fingerprints fingerprints, int digits) {
        if (digits < MIN_DIGITS || digits > MAX_DIGITS) {
            throw new IllegalArgumentException("`verigate.delivery.digits` has to be from 6 to 8");
        }
        this.fingerprints = fingerprints;
        this.digits = digits;
    }

    /// A new code; every one is as likely as every other.
    public String next() {
        StringBuilder code = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            code.append((char) ('0' + random.nextInt(DECIMAL)));
        }
        return code.toString();
    }

    /// What is kept of a code.
    public byte[] hash(Verification verification, String code) {
        return fingerprints.of(
                "code", verification.id() + '\n' + verification.purpose().wireName() + '\n' + code);
    }

    /// Whether this is the code; takes the same time for every wrong one, and for none at all.
    public boolean matches(Verification verification, String code) {
        byte[] typed = hash(verification, code);
        Optional<byte[]> kept = verification.hash();
        return MessageDigest.isEqual(typed, kept.orElseGet(() -> new byte[typed.length]))
                && kept.isPresent();
    }
}
