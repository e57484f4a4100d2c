package io.verigate.api.common.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpParameters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads query parameters like fields: each at most once, unknown ones rejected. Not thread-safe.
public final class QueryParameters {
    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_CURSOR_LENGTH = 256;

    private final JsonFields fields;

    private QueryParameters(JsonFields fields) {
        this.fields = fields;
    }

    /// Starts reading the query parameters of a request.
    public static QueryParameters of(HttpParameters parameters) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        FieldErrors errors = FieldErrors.ofQuery();
        for (Map.Entry<String, List<String>> parameter : parameters) {
            if (parameter.getValue().size() > 1) {
                // Such a name may contain anything, so it is not repeated.
                String name = JsonFields.isRepeatable(parameter.getKey()) ? parameter.getKey() : "";
                errors.add("/" + name, "repeated", "must be given at most once");
            }
            if (!parameter.getValue().isEmpty()) {
                node.put(parameter.getKey(), parameter.getValue().getFirst());
            }
        }
        return new QueryParameters(JsonFields.of(node, "", errors));
    }

    /// Returns the parameters as string fields.
    public JsonFields fields() {
        return fields;
    }

    /// Reads an optional string.
    public Optional<String> text(String name, int maxLength) {
        return Optional.of(fields.optionalText(name, maxLength)).filter(text -> !text.isEmpty());
    }

    /// Reads an optional boolean.
    public Optional<Boolean> flag(String name) {
        Optional<String> text = text(name, TextParser.MAX_LENGTH);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            fields.addError(name, "wrong-type", "must be `true` or `false`");
        }
        return text.map(Boolean::valueOf);
    }

    /// Reads an optional time.
    public Optional<Instant> time(String name) {
        return fields.optionalParsed(name, TextParser.MAX_LENGTH, "bad-time", TextParser::time);
    }

    /// Reads `limit`: 1 to 500. Default: 50.
    public int limit() {
        return fields.<Integer>optionalParsed(
                        "limit",
                        TextParser.MAX_LENGTH,
                        "out-of-range",
                        text -> TextParser.number(text, 1, MAX_LIMIT))
                .orElse(DEFAULT_LIMIT);
    }

    /// Reads `cursor`; empty for the first page.
    public Optional<String> cursor() {
        Optional<String> cursor = text("cursor", MAX_CURSOR_LENGTH);
        if (cursor.isEmpty()) {
            return cursor;
        }
        Optional<String> id = cursor.flatMap(Cursor::id);
        if (id.isPresent()) {
            return id;
        }
        fields.addError("cursor", "bad-cursor", "must be `next` of the previous page, unchanged");
        return Optional.empty();
    }

    /// Finishes reading.
    ///
    /// @throws io.verigate.api.common.problem.ProblemException with all errors
    public void finish() {
        fields.finish();
    }
}
