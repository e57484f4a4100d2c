package io.verigate.api.common;

import io.micronaut.http.HttpRequest;
import io.verigate.api.common.json.TextParser;
import io.verigate.messages.Phrases;
import io.verigate.signal.ParseResult;
import java.util.List;
import java.util.Locale.LanguageRange;

/// Parses `Accept-Language`.
public final class AcceptedLanguages {
    private static final int MAX_LENGTH = 500;

    private AcceptedLanguages() {}

    /// Returns the preferred language of `Accept-Language` (RFC 9110 12.5.4) as a BCP 47 tag: the first one that
    /// messages are available in, else the first; empty if there is none.
    public static String accepted(HttpRequest<?> request) {
        String accepted = request.getHeaders().get("Accept-Language");
        if (accepted == null || accepted.length() > MAX_LENGTH) {
            return "";
        }
        try {
            List<String> tags =
                    LanguageRange.parse(accepted).stream()
                            .filter(range -> range.getWeight() > 0)
                            .map(range ->
                                    TextParser.language(range.getRange())
                                                    instanceof ParseResult.Valid<String>(var tag)
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
