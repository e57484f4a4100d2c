package io.verigate.delivery.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs bodies and checks signatures: `t=<epoch seconds>,v1=<hex>`, where `v1` is HMAC-SHA256 (RFC 2104) over the
/// time, a dot and the body. A header may contain several `v1` while a secret is rotated. Thread-safe.
final class WebhookSignature {
    /// The name of the header.
    static final String HEADER = "Verigate-Signature";

    /// The maximum clock difference, for which a signature can also be replayed.
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final InstantSource clock;

    WebhookSignature(String secret, InstantSource clock) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    /// The header for a body that is sent now.
    String sign(byte[] body) {
        long seconds = clock.instant().getEpochSecond();
        return "t=%d,v1=%s"
                .formatted(seconds, HexFormat.of().formatHex(digest(Long.toString(seconds), body)));
    }

    /// The error in a signature; empty when it is valid. Compares in constant time.
    Optional<String> fault(String header, byte[] body) {
        String time = "";
        boolean matches = false;
        for (String part : header.split(",", -1)) {
            String field = part.strip();
            if (field.startsWith("t=")) {
                time = field.substring(2);
            }
        }
        byte[] expected = digest(time, body);
        for (String part : header.split(",", -1)) {
            String field = part.strip();
            if (field.startsWith("v1=")) {
                matches |= MessageDigest.isEqual(expected, bytes(field.substring(3)));
            }
        }
        if (!matches) {
            return Optional.of("wrong-signature");
        }
        return recent(time) ? Optional.empty() : Optional.of("stale-signature");
    }

    private boolean recent(String time) {
        try {
            Instant signed = Instant.ofEpochSecond(Long.parseLong(time));
            return Duration.between(signed, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException malformed) {
            return false;
        }
    }

    private static byte[] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    private byte[] digest(String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK supports HMAC-SHA256", impossible);
        }
    }
}
