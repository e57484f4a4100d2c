package io.verigate.api.common.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.decision.SpellingSuggestion;
import io.verigate.decision.WireEnum;
import io.verigate.signal.ParseResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads the fields of a JSON object. An invalid field adds an error and reads as absent, so that one response reports
/// all errors; call `FieldErrors.check` before using the values. Not thread-safe.
public final class JsonFields {
    private static final Pattern REPEATABLE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private final JsonNode node;
    private final String pointer;
    private final FieldErrors errors;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<JsonFields> children = new ArrayList<>();

    private JsonFields(JsonNode node, String pointer, FieldErrors errors) {
        this.node = node;
        this.pointer = pointer;
        this.errors = errors;
    }

    /// Starts reading an object.
    ///
    /// @param pointer its JSON Pointer; empty for the whole body
    public static JsonFields of(JsonNode node, String pointer, FieldErrors errors) {
        if (!node.isObject()) {
            errors.add(pointer, "wrong-type", "must be an object, not " + JsonKind.of(node));
        }
        return new JsonFields(node, pointer, errors);
    }

    /// Starts reading a whole body.
    public static JsonFields of(JsonNode body) {
        return of(body, "", FieldErrors.ofBody());
    }

    /// Returns whether a name in the request is safe to repeat in an error.
    static boolean isRepeatable(String name) {
        return REPEATABLE_NAME.matcher(name).matches();
    }

    /// Returns the JSON Pointer of a field (RFC 6901).
    public String pointer(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /// Returns the errors so far.
    public FieldErrors errors() {
        return errors;
    }

    /// Adds an error to a field.
    public void addError(String name, String code, String detail) {
        errors.add(pointer(name), code, detail);
    }

    /// Returns whether the field is present and not null.
    public boolean has(String name) {
        return find(name).isPresent();
    }

    /// Reads a required, non-blank string; empty after an error.
    public String text(String name, int maxLength) {
        if (!has(name)) {
            return missing(name, "");
        }
        Optional<String> text = string(name, maxLength);
        if (text.isPresent() && text.get().isBlank()) {
            addError(name, "too-short", "must not be blank");
        }
        return text.orElse("");
    }

    /// Reads an optional string; empty if absent.
    public String optionalText(String name, int maxLength) {
        return string(name, maxLength).orElse("");
    }

    /// Reads a required string with a parser; empty after an error.
    ///
    /// @param code error code if the parser rejects it
    public <T> Optional<T> parsed(
            String name,
            int maxLength,
            String code,
            Function<String, ? extends ParseResult<? extends T>> parser) {
        return has(name)
                ? optionalParsed(name, maxLength, code, parser)
                : missing(name, Optional.empty());
    }

    /// Reads an optional string with a parser.
    public <T> Optional<T> optionalParsed(
            String name,
            int maxLength,
            String code,
            Function<String, ? extends ParseResult<? extends T>> parser) {
        Optional<String> text = string(name, maxLength);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (parser.apply(text.get())) {
            case ParseResult.Valid<? extends T>(var value) -> Optional.of(value);
            case ParseResult.Invalid<? extends T>(var detail) -> {
                addError(name, code, detail);
                yield Optional.empty();
            }
        };
    }

    /// Reads a required enumeration value.
    public <E extends Enum<E> & WireEnum> Optional<E> enumValue(String name, Class<E> type) {
        return has(name) ? optionalEnumValue(name, type) : missing(name, Optional.empty());
    }

    /// Reads an optional enumeration value.
    public <E extends Enum<E> & WireEnum> Optional<E> optionalEnumValue(
            String name, Class<E> type) {
        return optionalParsed(
                name,
                TextParser.MAX_LENGTH,
                "unknown-word",
                text -> TextParser.enumValue(type, text));
    }

    /// Reads an optional boolean.
    public Optional<Boolean> flag(String name) {
        Optional<JsonNode> value = find(name);
        if (value.isPresent() && !value.get().isBoolean()) {
            return wrongType(name, "true or false", value.get());
        }
        return value.map(JsonNode::booleanValue);
    }

    /// Reads an optional integer.
    public OptionalLong number(String name, long min, long max) {
        Optional<JsonNode> value = find(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!value.get().isIntegralNumber()) {
            wrongType(name, "a whole number", value.get());
            return OptionalLong.empty();
        }
        long number = value.get().longValue();
        if (!value.get().canConvertToLong() || number < min || number > max) {
            addError(name, "out-of-range", "must be from " + min + " to " + max);
            return OptionalLong.empty();
        }
        return OptionalLong.of(number);
    }

    /// Reads an optional object; empty if absent or of another type.
    public Optional<JsonFields> child(String name) {
        Optional<JsonNode> value = find(name);
        if (value.isPresent() && !value.get().isObject()) {
            return wrongType(name, "an object", value.get());
        }
        Optional<JsonFields> child = value.map(node -> new JsonFields(node, pointer(name), errors));
        child.ifPresent(children::add);
        return child;
    }

    /// Adds an error for a missing required field and returns the fallback.
    public <T> T missing(String name, T fallback) {
        known.add(name);
        if (node.isObject()) {
            addError(name, "missing", "`" + name + "` is required");
        }
        return fallback;
    }

    /// Finishes reading: fields that were not read are errors, here and in nested objects.
    ///
    /// @throws io.verigate.api.common.problem.ProblemException with all errors
    public void finish() {
        rejectUnknown();
        errors.check();
    }

    /// Adds an error for every field that was not read, here and in nested objects.
    public void rejectUnknown() {
        node.fieldNames()
                .forEachRemaining(name -> {
                    if (!known.contains(name)) {
                        unknown(name);
                    }
                });
        children.forEach(JsonFields::rejectUnknown);
    }

    private void unknown(String name) {
        // Such a name may contain anything, so it is not repeated.
        if (!isRepeatable(name)) {
            errors.add(pointer, "unknown-field", "unknown field in this object");
            return;
        }
        String meant = SpellingSuggestion.question(name, known);
        addError(name, "unknown-field", "unknown field `" + name + "`" + meant);
    }

    private Optional<String> string(String name, int maxLength) {
        Optional<JsonNode> value = find(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().isTextual()) {
            return wrongType(name, "a string", value.get());
        }
        String text = value.get().textValue();
        if (text.codePointCount(0, text.length()) > maxLength) {
            addError(name, "too-long", "must have at most " + maxLength + " characters");
            return Optional.empty();
        }
        if (TextParser.hasControl(text)) {
            addError(
                    name,
                    "control-character",
                    "must not contain control characters or invalid Unicode");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private Optional<JsonNode> find(String name) {
        known.add(name);
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    private <T> Optional<T> wrongType(String name, String expected, JsonNode actual) {
        addError(name, "wrong-type", "must be " + expected + ", not " + JsonKind.of(actual));
        return Optional.empty();
    }
}
