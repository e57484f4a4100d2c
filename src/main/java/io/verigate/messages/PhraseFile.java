package io.verigate.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/// One file of phrases on the class path: Java properties in UTF-8.
final class PhraseFile {
    private PhraseFile() {}

    /// The phrases by key.
    ///
    /// @param kind `messages` or `advice`
    /// @throws IllegalStateException when the file is missing
    static Map<String, String> read(String kind, String language) {
        String name = "/texts/%s_%s.properties".formatted(kind, language);
        try (InputStream file = PhraseFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(
                        "`%s` is missing; rebuild the service".formatted(name));
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read `%s`".formatted(name), failure);
        }
    }
}
