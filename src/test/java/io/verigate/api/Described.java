package io.verigate.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Holds every answer in JSON that a test gets against what the OpenAPI document says of it. Thread-safe.
final class Described {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> JSON_TYPES =
            Set.of("application/json", "application/problem+json");
    private static final String PLACE = "https://verigate.invalid/openapi";
    private static final JsonNode DOCUMENT = document();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry -> registry.schemas(Map.of(PLACE, DOCUMENT.toString())));
    private static final Map<Pattern, String> PATHS = paths();
    private static final Map<String, Schema> KNOWN = new ConcurrentHashMap<>();

    private Described() {}

    /// @throws AssertionError when the answer is not what the document says
    static void answer(String method, String path, HttpResponse<String> answer) {
        schema(method, path, answer)
                .ifPresent(pointer -> {
                    List<Error> errors =
                            KNOWN.computeIfAbsent(
                                            pointer,
                                            key ->
                                                    SCHEMAS.getSchema(
                                                            SchemaLocation.of(PLACE + "#" + key)))
                                    .validate(read(answer.body()));
                    if (!errors.isEmpty()) {
                        throw new AssertionError(
                                "%s %s, %d: the OpenAPI document says otherwise: %s in %s"
                                        .formatted(
                                                method,
                                                path,
                                                answer.statusCode(),
                                                errors,
                                                answer.body()));
                    }
                });
    }

    /// Where the schema of an answer stands; empty when nothing is told of its address or its content.
    private static Optional<String> schema(
            String method, String path, HttpResponse<String> answer) {
        String plain = path.replaceFirst("\\?.*", "");
        String type =
                answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (!JSON_TYPES.contains(type)) {
            return Optional.empty();
        }
        return PATHS.entrySet().stream()
                .filter(one -> one.getKey().matcher(plain).matches())
                .findFirst()
                .flatMap(one -> {
                    String responses =
                            "/paths/%s/%s/responses"
                                    .formatted(
                                            escaped(one.getValue()),
                                            method.toLowerCase(Locale.ROOT));
                    JsonNode told = DOCUMENT.at(responses);
                    String status = Integer.toString(answer.statusCode());
                    String group = status.charAt(0) + "XX";
                    String pointer =
                            "%s/%s/content/%s/schema"
                                    .formatted(
                                            responses,
                                            told.has(status) ? status : group,
                                            escaped(type));
                    return DOCUMENT.at(pointer).isMissingNode()
                            ? Optional.empty()
                            : Optional.of(pointer);
                });
    }

    private static JsonNode document() {
        try (InputStream file =
                Described.class.getResourceAsStream("/META-INF/swagger/openapi.yml")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Those without names in braces first.
    private static Map<Pattern, String> paths() {
        Map<Pattern, String> paths = new LinkedHashMap<>();
        DOCUMENT.get("paths")
                .propertyStream()
                .map(Map.Entry::getKey)
                .sorted(
                        Comparator.comparing((String path) -> path.contains("{"))
                                .thenComparing(Comparator.naturalOrder()))
                .forEach(path ->
                        paths.put(Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+")), path));
        return paths;
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("an answer is no JSON: " + body, e);
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
