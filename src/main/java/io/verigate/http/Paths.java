package io.verigate.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Parts of addresses.
final class Paths {
    private Paths() {}

    /// A text as one segment of a path (RFC 3986 3.3).
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
