package io.verigate.messages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the nearest of the languages that there are: the tag itself, then ever shorter ones (RFC 4647, 3.4), then a
/// sibling of the same language, then the last resort. Case does not matter.
///
/// @param languages BCP 47 tags
/// @param lastResort the one of them that serves everybody else
record LanguageTags(List<String> languages, String lastResort) {
    LanguageTags {
        languages = List.copyOf(languages);
        if (!languages.contains(lastResort)) {
            throw new IllegalArgumentException(
                    "the last resort `%s` is not among the languages".formatted(lastResort));
        }
    }

    /// One of the languages, whatever the tag; an unknown or malformed tag gives the last resort.
    String nearest(String tag) {
        return find(tag).orElse(lastResort);
    }

    /// The one that serves a tag; empty when it is of another language, or malformed.
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
