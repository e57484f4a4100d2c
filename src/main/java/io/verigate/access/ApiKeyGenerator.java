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

/// Generates API keys from 256 random bits, so that an unsalted hash is safe to store. Thread-safe.
public final class ApiKeyGenerator {
    /// Prefix of every key, so that secret scanners detect leaked ones.
    public static final String PREFIX = "vg_";

    private static final int BYTES = 32;
    private static final int MAX_NAME_LENGTH = 100;
    private static final int LENGTH = PREFIX.length() + 43;

    private final SecureRandom random = new SecureRandom();

    /// A new key, not stored yet. Its `toString` does not show the secret.
    ///
    /// @param secret what the caller sends; shown once and never stored
    /// @param key the metadata to store
    /// @param sha256 hexadecimal hash of the secret
    public record NewApiKey(String secret, ApiKey key, String sha256) {
        @Override
        public String toString() {
            return "new key " + key.id();
        }
    }

    /// Generates a key with all scopes of its role.
    ///
    /// @param name chosen by the operator
    /// @param expiresAt null when it does not expire
    public NewApiKey make(String name, Role role, Instant now, @Nullable Instant expiresAt) {
        return make(name, role, role.grants(), now, expiresAt);
    }

    /// Generates a key.
    ///
    /// @param scopes a subset of those that the role grants
    /// @throws IllegalArgumentException when the role does not grant a scope, or the name is blank or too long
    public NewApiKey make(
            String name,
            Role role,
            Set<ApiScope> scopes,
            Instant now,
            @Nullable Instant expiresAt) {
        if (!role.grants().containsAll(scopes)) {
            throw new IllegalArgumentException(
                    "the role `"
                            + role.wireName()
                            + "` does not grant all of these scopes; remove some");
        }
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("the name of a key must have 1 to 100 characters");
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ApiKey key = new ApiKey(Ids.next("k-", now), name, role, scopes, now, expiresAt, null);
        return new NewApiKey(secret, key, sha256(secret));
    }

    /// Whether a text has the format of a key, known or not.
    static boolean isKey(String text) {
        return text.length() == LENGTH
                && text.startsWith(PREFIX)
                && text.chars().allMatch(ApiKeyGenerator::isUrlBase64);
    }

    private static boolean isUrlBase64(int sign) {
        return sign >= 'a' && sign <= 'z'
                || sign >= 'A' && sign <= 'Z'
                || sign >= '0' && sign <= '9'
                || sign == '-'
                || sign == '_';
    }

    /// The hexadecimal SHA-256 that keys are looked up by.
    public static String sha256(String secret) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }
}
