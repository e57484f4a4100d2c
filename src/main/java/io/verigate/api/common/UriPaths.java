package io.verigate.api.common;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Parts of addresses.
public final class UriPaths {
    private UriPaths() {}

    /// A text as one segment of a path (RFC 3986 3.3).
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
