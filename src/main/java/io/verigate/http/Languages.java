package io.verigate.http;

import io.micronaut.http.HttpRequest;
import io.verigate.http.body.Texts;
import io.verigate.signal.Parsed;
import io.verigate.text.Phrases;
import java.util.List;
import java.util.Locale.LanguageRange;

/// Which language a caller reads.
final class Languages {
    private static final int LONGEST = 500;

    private Languages() {}

    /// The language that is preferred by `Accept-Language` (RFC 9110 12.5.4), BCP 47: the first one that anything is told in, or else
    /// the first; empty when it is not told.
    static String accepted(HttpRequest<?> request) {
        String accepted = request.getHeaders().get("Accept-Language");
        if (accepted == null || accepted.length() > LONGEST) {
            return "";
        }
        try {
            List<String> tags =
                    LanguageRange.parse(accepted).stream()
                            .filter(range -> range.getWeight() > 0)
                            .map(range ->
                                    Texts.language(range.getRange())
                                                    instanceof Parsed.Ok<String>(var tag)
                                            ? tag
                                            : "")
                            .filter(tag -> !tag.isEmpty())
                            .toList();
            return tags.stream()
                    .filter(Phrases::speak)
                    .findFirst()
                    .or(() -> tags.stream().findFirst())
                    .orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
