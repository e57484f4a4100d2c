package io.verigate.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Keyed hashes (HMAC-SHA-256, RFC 2104) of personal data: equal texts have equal fingerprints, and without the key
/// nobody can try all phone numbers. Thread-safe.
public final class Fingerprints {
    /// Shortest key, in bytes.
    public static final int KEY_LENGTH = 32;

    private final Mac keyed;

    /// @param key at least 32 bytes
    /// @throws IllegalArgumentException when the key is shorter
    public Fingerprints(byte[] key) {
        if (key.length < KEY_LENGTH) {
            throw new IllegalArgumentException(
                    "the fingerprint key has to be at least 32 bytes long");
        }
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "this Java has no HmacSHA256, which every Java must have", e);
        }
    }

    /// 32 bytes that stand for a text.
    ///
    /// @param purpose what kind of text it is, so that an account and a device of one name differ
    public byte[] of(String purpose, String text) {
        try {
            // A clone of an initialised Mac costs far less than a new one, and needs no lock.
            Mac mac = (Mac) keyed.clone();
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the HmacSHA256 of this Java cannot be cloned", e);
        }
    }
}
