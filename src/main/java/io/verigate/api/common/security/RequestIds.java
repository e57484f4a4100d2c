package io.verigate.api.common.security;

import io.micronaut.http.HttpRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names requests, so that an answer, a log line and a question to support speak of the same one. Thread-safe.
public final class RequestIds {
    /// The header that carries it, both ways.
    public static final String HEADER = "X-Request-ID";

    private static final String ATTRIBUTE = "verigate.request-id";
    private static final int BYTES = 16;
    // Characters that are safe in headers, logs and URIs (RFC 3986 2.3).
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._~-]{1,128}");
    // W3C trace context 3.2: version, trace id, parent id, flags.
    private static final Pattern TRACE_PARENT =
            Pattern.compile(
                    "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestIds() {}

    /// The id of a request; the same for the whole of it.
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class)
                .orElseGet(() -> {
                    String id = choose(request.getHeaders().get(HEADER));
                    request.setAttribute(ATTRIBUTE, id);
                    return id;
                });
    }

    /// What the caller sent when it is sane; else a new one.
    public static String choose(@Nullable String sent) {
        if (sent != null && SANE.matcher(sent).matches()) {
            return sent;
        }
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /// The trace id of a `traceparent` header; empty when there is none or a bad one, which is ignored.
    static Optional<String> trace(@Nullable String sent) {
        if (sent == null || sent.length() > 256) {
            return Optional.empty();
        }
        var matcher = TRACE_PARENT.matcher(sent);
        boolean good = matcher.matches() && (matcher.group(2) == null || !sent.startsWith("00"));
        return good ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
