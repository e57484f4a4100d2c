package io.verigate.api.common.security;

import io.micronaut.http.HttpRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Request ids, which connect responses, log lines and support requests. Thread-safe.
public final class RequestIds {
    /// Header of the request id, in requests and responses.
    public static final String HEADER = "X-Request-ID";

    private static final String ATTRIBUTE = "verigate.request-id";
    private static final int BYTES = 16;
    // Safe in headers, logs and URIs (RFC 3986 2.3).
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._~-]{1,128}");
    // W3C trace context 3.2: version, trace id, parent id, flags.
    private static final Pattern TRACE_PARENT =
            Pattern.compile(
                    "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestIds() {}

    /// Returns the id of a request, the same for its whole life.
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class)
                .orElseGet(() -> {
                    String id = accept(request.getHeaders().get(HEADER));
                    request.setAttribute(ATTRIBUTE, id);
                    return id;
                });
    }

    /// Returns the caller's id if it is safe, else a new one.
    public static String accept(@Nullable String sent) {
        if (sent != null && SAFE.matcher(sent).matches()) {
            return sent;
        }
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /// Returns the trace id of a `traceparent` header; empty if absent or invalid.
    static Optional<String> trace(@Nullable String sent) {
        if (sent == null || sent.length() > 256) {
            return Optional.empty();
        }
        var matcher = TRACE_PARENT.matcher(sent);
        boolean good = matcher.matches() && (matcher.group(2) == null || !sent.startsWith("00"));
        return good ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
