package io.verigate.http;

import io.micronaut.http.HttpRequest;
import io.verigate.http.body.Texts;
import io.verigate.signal.Parsed;

/// Which language a caller reads.
final class Languages {
    private Languages() {}

    /// The first language of `Accept-Language` (RFC 9110 12.5.4), BCP 47; empty when it is not told.
    static String accepted(HttpRequest<?> request) {
        String accepted = request.getHeaders().get("Accept-Language");
        if (accepted == null) {
            return "";
        }
        String first = accepted.replaceAll("[,;].*", "").strip();
        return Texts.language(first) instanceof Parsed.Ok<String>(var tag) ? tag : "";
    }
}
