package io.verigate.messages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the best available language (RFC 4647 lookup, 3.4): the tag itself, then shorter ones, then a
/// variant of the same language, then the default. Case-insensitive.
///
/// @param languages BCP 47 tags
/// @param defaultLanguage the default, one of the languages
record LanguageTags(List<String> languages, String defaultLanguage) {
    LanguageTags {
        languages = List.copyOf(languages);
        if (!languages.contains(defaultLanguage)) {
            throw new IllegalArgumentException(
                    "the default `%s` is not one of the languages".formatted(defaultLanguage));
        }
    }

    /// The best language; an unknown or malformed tag gives the default.
    String nearest(String tag) {
        return find(tag).orElse(defaultLanguage);
    }

    /// The best language; empty for an unsupported or malformed tag.
    Optional<String> find(String tag) {
        String range = tag.strip().replace('_', '-').toLowerCase(Locale.ROOT);
        while (!range.isEmpty()) {
            for (String language : languages) {
                if (language.toLowerCase(Locale.ROOT).equals(range)) {
                    return Optional.of(language);
                }
            }
            range = parent(range);
        }
        return sibling(tag);
    }

    private Optional<String> sibling(String tag) {
        String primary = primary(tag.strip().replace('_', '-'));
        return languages.stream()
                .filter(language -> primary(language).equalsIgnoreCase(primary))
                .findFirst();
    }

    private static String parent(String range) {
        int cut = range.lastIndexOf('-');
        if (cut < 0) {
            return "";
        }
        // A single character introduces an extension and never ends a tag (RFC 4647, 3.4).
        return cut >= 2 && range.charAt(cut - 2) == '-'
                ? range.substring(0, cut - 2)
                : range.substring(0, cut);
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end);
    }
}
