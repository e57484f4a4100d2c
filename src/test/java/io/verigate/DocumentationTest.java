package io.verigate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page can be read in one sitting, none of its links is dead, and the architecture page names real classes.
final class DocumentationTest {
    private static final int MAX_LINES = 250;
    private static final int MAX_TYPES = 25;
    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][A-Za-z]*[a-z])`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

    static Stream<Path> pages() throws IOException {
        return Stream.of("", "docs", "rules", "policies", "bench")
                .flatMap(DocumentationTest::pagesIn);
    }

    private static Stream<Path> pagesIn(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void isNotTooLong(Path page) throws IOException {
        assertThat(Files.readAllLines(page)).hasSizeLessThanOrEqualTo(MAX_LINES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void linksOnlyToWhatExists(Path page) throws IOException {
        List<String> dead =
                LINK.matcher(Files.readString(page))
                        .results()
                        .map(link -> link.group(1))
                        .filter(link -> !link.startsWith("http"))
                        .filter(link -> !resolves(page, link))
                        .toList();

        assertThat(dead).isEmpty();
    }

    @Test
    void architectureNamesClassesThatExist() throws IOException {
        Set<String> existing =
                Stream.of("src/main/java", "src/test/java")
                        .flatMap(DocumentationTest::javaTypes)
                        .collect(Collectors.toSet());
        String page = Files.readString(Path.of("docs", "architecture.md"));

        assertThat(CLASS_NAME.matcher(page).results().map(name -> name.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(existing).contains(name));
    }

    @Test
    void aDecisionPassesFewTypes() throws IOException {
        String page = Files.readString(Path.of("docs", "architecture.md"));
        String line =
                page.substring(
                        page.indexOf("`POST /v1/decisions` is"),
                        page.indexOf("`POST /v1/verifications` takes"));

        assertThat(CLASS_NAME.matcher(line).results().map(name -> name.group(1)).distinct())
                .hasSizeLessThanOrEqualTo(MAX_TYPES);
    }

    private static Stream<String> javaTypes(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean resolves(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    /// The anchors of a page, as code hosts derive them from its headings.
    private static List<String> anchors(Path page) {
        try {
            return HEADING.matcher(Files.readString(page))
                    .results()
                    .map(heading ->
                            heading.group(1)
                                    .toLowerCase(Locale.ROOT)
                                    .replaceAll("[^a-z0-9 _-]", "")
                                    .replace(' ', '-'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
