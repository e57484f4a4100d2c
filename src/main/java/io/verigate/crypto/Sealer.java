package io.verigate.crypto;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/// Encrypts personal data at rest (AES-256-GCM by Tink). Every sealed value names its key, so keys can be rotated:
/// a new primary key seals, the older ones still open. Thread-safe.
public final class Sealer {
    private final Aead aead;

    /// @param aead of a key set whose primary key seals
    public Sealer(Aead aead) {
        this.aead = aead;
    }

    /// Seals a text.
    ///
    /// @param place where it will stand, for example `security-info:si-1`; a value moved elsewhere does not open
    public byte[] seal(String text, String place) {
        return sealBytes(text.getBytes(StandardCharsets.UTF_8), place);
    }

    /// Seals any content; see [#seal].
    public byte[] sealBytes(byte[] content, String place) {
        try {
            return aead.encrypt(content, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a value for `" + kind(place) + "` could not be sealed: check the keys", e);
        }
    }

    /// Opens what was sealed for the same place.
    ///
    /// @throws IllegalStateException when it was sealed for another place, or by a key that is not in the key set
    public String open(byte[] sealed, String place) {
        return new String(openBytes(sealed, place), StandardCharsets.UTF_8);
    }

    /// Opens any content; see [#open].
    public byte[] openBytes(byte[] sealed, String place) {
        try {
            return aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a value of `"
                            + kind(place)
                            + "` does not open: is its key missing from the key set?",
                    e);
        }
    }

    private static String kind(String place) {
        int colon = place.indexOf(':');
        return colon < 0 ? place : place.substring(0, colon);
    }
}
