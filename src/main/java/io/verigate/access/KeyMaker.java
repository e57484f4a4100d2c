package io.verigate.access;

import io.verigate.decision.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes API keys: 256 random bits, so that a plain hash of one is safe to keep and cannot be guessed. Thread-safe.
public final class KeyMaker {
    /// What every key starts with, so that scanners find one that leaked.
    public static final String PREFIX = "vg_";

    private static final int BYTES = 32;
    private static final int MAX_NAME_LENGTH = 100;
    private static final int LENGTH = PREFIX.length() + 43;

    private final SecureRandom random = new SecureRandom();

    /// A new key, before it is kept. Its `toString` does not show the secret.
    ///
    /// @param secret what the caller sends; shown once and never kept
    /// @param key what is kept of it
    /// @param sha256 of the secret, in hexadecimal digits
    public record Made(String secret, ApiKey key, String sha256) {
        @Override
        public String toString() {
            return "made " + key.id();
        }
    }

    /// Makes a key with the scopes that its role grants.
    ///
    /// @param name chosen by the operator
    /// @param expiresAt null when it does not expire
    public Made make(String name, Role role, Instant now, @Nullable Instant expiresAt) {
        return make(name, role, role.grants(), now, expiresAt);
    }

    /// Makes a key.
    ///
    /// @param scopes some of those that the role grants
    /// @throws IllegalArgumentException when the role does not grant one of them, or the name is blank or too long
    public Made make(
            String name,
            Role role,
            Set<ApiScope> scopes,
            Instant now,
            @Nullable Instant expiresAt) {
        if (!role.grants().containsAll(scopes)) {
            throw new IllegalArgumentException(
                    "the role `"
                            + role.wireName()
                            + "` does not grant all of these scopes: name fewer");
        }
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("the name of a key has 1 to 100 characters");
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ApiKey key = new ApiKey(Ids.next("k-", now), name, role, scopes, now, expiresAt, null);
        return new Made(secret, key, sha256(secret));
    }

    /// Whether a text has the form of a key; says nothing about whether there is one.
    static boolean isKey(String text) {
        return text.length() == LENGTH
                && text.startsWith(PREFIX)
                && text.chars().allMatch(KeyMaker::isUrlBase64);
    }

    private static boolean isUrlBase64(int sign) {
        return sign >= 'a' && sign <= 'z'
                || sign >= 'A' && sign <= 'Z'
                || sign >= '0' && sign <= '9'
                || sign == '-'
                || sign == '_';
    }

    /// What keys are looked up by: SHA-256 in hexadecimal digits.
    public static String sha256(String secret) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "this Java has no SHA-256, which every Java must have", e);
        }
    }
}
