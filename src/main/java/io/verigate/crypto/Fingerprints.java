package io.verigate.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Keyed hashes (HMAC-SHA-256, RFC 2104) of personal data: equal texts have equal fingerprints, and phone numbers
/// cannot be found by trying all of them without the key. Thread-safe.
public final class Fingerprints {
    /// Minimum length of the key in bytes.
    public static final int KEY_LENGTH = 32;

    private final Mac keyed;

    /// @param key at least 32 bytes
    /// @throws IllegalArgumentException when the key is shorter
    public Fingerprints(byte[] key) {
        if (key.length < KEY_LENGTH) {
            throw new IllegalArgumentException(
                    "the fingerprint key must be at least 32 bytes long");
        }
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HmacSHA256", e);
        }
    }

    /// Returns the 32 bytes of a text's fingerprint.
    ///
    /// @param purpose the kind of text, so that an account and a device with the same name differ
    public byte[] of(String purpose, String text) {
        try {
            // Cloning an initialised Mac is much faster than creating one, and needs no lock.
            Mac mac = (Mac) keyed.clone();
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("HmacSHA256 of this Java runtime cannot be cloned", e);
        }
    }
}
