package io.verigate.api.common;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Builds URI paths.
public final class UriPaths {
    private UriPaths() {}

    /// Encodes a text as one path segment (RFC 3986 3.3).
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
