package io.verigate.crypto;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/// Encrypts personal data at rest (AES-256-GCM by Tink). Every encrypted value names its key, so keys can be rotated:
/// the primary key encrypts, older keys still decrypt. Thread-safe.
public final class Sealer {
    private final Aead aead;

    /// @param aead of the key set
    public Sealer(Aead aead) {
        this.aead = aead;
    }

    /// Encrypts a text.
    ///
    /// @param place where it is stored, for example `security-info:si-1`; it cannot be decrypted for another place
    public byte[] seal(String text, String place) {
        return sealBytes(text.getBytes(StandardCharsets.UTF_8), place);
    }

    /// Encrypts any content; see [#seal].
    public byte[] sealBytes(byte[] content, String place) {
        try {
            return aead.encrypt(content, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a value for `" + kind(place) + "` cannot be encrypted; check the keys", e);
        }
    }

    /// Decrypts a value of the same place.
    ///
    /// @throws IllegalStateException when it was encrypted for another place, or with a key that is not in the key set
    public String open(byte[] sealed, String place) {
        return new String(openBytes(sealed, place), StandardCharsets.UTF_8);
    }

    /// Decrypts any content; see [#open].
    public byte[] openBytes(byte[] sealed, String place) {
        try {
            return aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a value of `"
                            + kind(place)
                            + "` cannot be decrypted; check whether its key is missing from the key set",
                    e);
        }
    }

    private static String kind(String place) {
        int colon = place.indexOf(':');
        return colon < 0 ? place : place.substring(0, colon);
    }
}
