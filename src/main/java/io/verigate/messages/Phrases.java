package io.verigate.messages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The translated phrases. Immutable.
///
/// A language tag may be any BCP 47 tag; [#language] tells which translation it gets.
public final class Phrases implements PhraseSource {
    /// The translations that ship.
    private static final LanguageTags TAGS =
            new LanguageTags(List.of("en", "de", "es", "fr", "pt-BR", "ja", "ar"), "en");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    private static final String GENERAL = "general";

    private final Map<String, Map<String, String>> byLanguage;

    private Phrases(Map<String, Map<String, String>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /// Reads the bundled translations.
    ///
    /// @throws IllegalStateException when a file is missing
    public static Phrases shipped() {
        return new Phrases(
                TAGS.languages().stream()
                        .collect(Collectors.toUnmodifiableMap(Function.identity(), Phrases::read)));
    }

    /// The available languages as BCP 47 tags.
    public List<String> languages() {
        return TAGS.languages();
    }

    /// The language for a tag: `en` for `en-GB`, `pt-BR` for `pt`, `en` for an unknown or malformed one.
    public String language(String tag) {
        return TAGS.nearest(tag);
    }

    /// Whether the language of a tag is supported.
    public static boolean speak(String tag) {
        return TAGS.find(tag).isPresent();
    }

    /// Returns a message with its placeholders replaced; placeholders in values are not replaced.
    ///
    /// @throws IllegalArgumentException when there is no such message, or a placeholder has no value
    public String message(String key, String language, Map<String, String> placeholders) {
        String phrase = phrases(language).get(key);
        if (phrase == null) {
            throw new IllegalArgumentException(
                    "unknown message `%s`; add it to every language".formatted(key));
        }
        return PLACEHOLDER
                .matcher(phrase)
                .replaceAll(found ->
                        Matcher.quoteReplacement(value(key, found.group(1), placeholders)));
    }

    @Override
    public String advice(String code, String language) {
        return phraseOrGeneral("advice.", code, language);
    }

    @Override
    public String reason(String code, String language) {
        return phraseOrGeneral("reason.", code, language);
    }

    /// The keys of a language, for tests.
    Set<String> keys(String language) {
        return phrases(language).keySet();
    }

    private String phraseOrGeneral(String kind, String code, String language) {
        Map<String, String> phrases = phrases(language);
        @Nullable String phrase = phrases.get(kind + code);
        return phrase != null ? phrase : phrases.getOrDefault(kind + GENERAL, "");
    }

    private Map<String, String> phrases(String language) {
        return byLanguage.getOrDefault(language(language), Map.of());
    }

    private static Map<String, String> read(String language) {
        Map<String, String> all = new HashMap<>(PhraseFile.read("messages", language));
        all.putAll(PhraseFile.read("advice", language));
        return Map.copyOf(all);
    }

    private static String value(String key, String name, Map<String, String> placeholders) {
        String value = placeholders.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "message `%s` requires a value for `{%s}`".formatted(key, name));
        }
        return value;
    }
}
