package io.verigate.http;

import io.micronaut.http.HttpRequest;
import io.verigate.http.body.Texts;
import io.verigate.signal.Parsed;
import java.util.Locale.LanguageRange;

/// Which language a caller reads.
final class Languages {
    private static final int LONGEST = 500;

    private Languages() {}

    /// The language that is preferred by `Accept-Language` (RFC 9110 12.5.4), BCP 47; empty when it is not told.
    static String accepted(HttpRequest<?> request) {
        String accepted = request.getHeaders().get("Accept-Language");
        if (accepted == null || accepted.length() > LONGEST) {
            return "";
        }
        try {
            return LanguageRange.parse(accepted).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range ->
                            Texts.language(range.getRange()) instanceof Parsed.Ok<String>(var tag)
                                    ? tag
                                    : "")
                    .filter(tag -> !tag.isEmpty())
                    .findFirst()
                    .orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
