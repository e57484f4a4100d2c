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

/// One object of a body, read field by field. A bad field adds a fault and reads as if it were missing, so that one
/// answer tells all faults; who builds something from the fields asks `FieldErrors.check` first. Used by one thread.
public final class JsonFields {
    private static final Pattern TELLABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private final JsonNode node;
    private final String pointer;
    private final FieldErrors faults;
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<JsonFields> children = new ArrayList<>();

    private JsonFields(JsonNode node, String pointer, FieldErrors faults) {
        this.node = node;
        this.pointer = pointer;
        this.faults = faults;
    }

    /// The fields of an object.
    ///
    /// @param pointer where it stands; empty for the whole body
    public static JsonFields of(JsonNode node, String pointer, FieldErrors faults) {
        if (!node.isObject()) {
            faults.add(pointer, "wrong-type", "this has to be an object, not " + JsonKind.of(node));
        }
        return new JsonFields(node, pointer, faults);
    }

    /// The fields of a whole body.
    public static JsonFields of(JsonNode body) {
        return of(body, "", FieldErrors.ofBody());
    }

    /// Whether a name that was sent has the form of a field's, and may be repeated.
    static boolean isTellable(String name) {
        return TELLABLE.matcher(name).matches();
    }

    /// Where a field stands (RFC 6901).
    public String pointer(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /// What is wrong so far.
    public FieldErrors faults() {
        return faults;
    }

    /// Adds a fault of a field.
    public void fault(String name, String code, String detail) {
        faults.add(pointer(name), code, detail);
    }

    /// Whether the field is there and not null.
    public boolean has(String name) {
        return find(name).isPresent();
    }

    /// A text that has to be there and not empty; empty after a fault.
    public String text(String name, int longest) {
        if (!has(name)) {
            return missing(name, "");
        }
        Optional<String> text = string(name, longest);
        if (text.isPresent() && text.get().isBlank()) {
            fault(name, "too-short", "this must not be blank");
        }
        return text.orElse("");
    }

    /// A text that may be missing; empty then.
    public String textOr(String name, int longest) {
        return string(name, longest).orElse("");
    }

    /// A text that has to be there and that a parser understands; empty after a fault.
    ///
    /// @param code of the fault when the parser does not understand it
    public <T> Optional<T> parsed(
            String name,
            int longest,
            String code,
            Function<String, ? extends ParseResult<? extends T>> parser) {
        return has(name) ? parsedOr(name, longest, code, parser) : missing(name, Optional.empty());
    }

    /// The same for a text that may be missing.
    public <T> Optional<T> parsedOr(
            String name,
            int longest,
            String code,
            Function<String, ? extends ParseResult<? extends T>> parser) {
        Optional<String> text = string(name, longest);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (parser.apply(text.get())) {
            case ParseResult.Valid<? extends T>(var value) -> Optional.of(value);
            case ParseResult.Invalid<? extends T>(var detail) -> {
                fault(name, code, detail);
                yield Optional.empty();
            }
        };
    }

    /// One of a closed choice of words that has to be there.
    public <E extends Enum<E> & WireEnum> Optional<E> word(String name, Class<E> words) {
        return has(name) ? wordOr(name, words) : missing(name, Optional.empty());
    }

    /// The same for one that may be missing.
    public <E extends Enum<E> & WireEnum> Optional<E> wordOr(String name, Class<E> words) {
        return parsedOr(
                name, TextParser.MAX_LENGTH, "unknown-word", text -> TextParser.word(words, text));
    }

    /// True or false, or not told.
    public Optional<Boolean> flag(String name) {
        Optional<JsonNode> value = find(name);
        if (value.isPresent() && !value.get().isBoolean()) {
            return wrongType(name, "true or false", value.get());
        }
        return value.map(JsonNode::booleanValue);
    }

    /// A whole number, or not told.
    public OptionalLong number(String name, long least, long most) {
        Optional<JsonNode> value = find(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!value.get().isIntegralNumber()) {
            wrongType(name, "a whole number", value.get());
            return OptionalLong.empty();
        }
        long number = value.get().longValue();
        if (!value.get().canConvertToLong() || number < least || number > most) {
            fault(name, "out-of-range", "this has to be from " + least + " to " + most);
            return OptionalLong.empty();
        }
        return OptionalLong.of(number);
    }

    /// An object inside this one; empty when it is missing or something else.
    public Optional<JsonFields> child(String name) {
        Optional<JsonNode> value = find(name);
        if (value.isPresent() && !value.get().isObject()) {
            return wrongType(name, "an object", value.get());
        }
        Optional<JsonFields> child = value.map(node -> new JsonFields(node, pointer(name), faults));
        child.ifPresent(children::add);
        return child;
    }

    /// Says that a field has to be there.
    public <T> T missing(String name, T instead) {
        asked.add(name);
        if (node.isObject()) {
            fault(name, "missing", "`" + name + "` has to be told");
        }
        return instead;
    }

    /// Ends the reading: fields that nobody asked for are faults, here and in all objects inside.
    ///
    /// @throws io.verigate.api.common.problem.ProblemException with all faults
    public void end() {
        refuseUnknown();
        faults.check();
    }

    /// Adds a fault for every field that nobody asked for, here and in all objects inside.
    public void refuseUnknown() {
        node.fieldNames()
                .forEachRemaining(name -> {
                    if (!asked.contains(name)) {
                        unknown(name);
                    }
                });
        children.forEach(JsonFields::refuseUnknown);
    }

    private void unknown(String name) {
        // A name with other characters may be anything, so it is not repeated.
        if (!isTellable(name)) {
            faults.add(
                    pointer,
                    "unknown-field",
                    "a field of this object has a name that is not known");
            return;
        }
        String meant = SpellingSuggestion.question(name, asked);
        fault(name, "unknown-field", "`" + name + "` is not known here" + meant);
    }

    private Optional<String> string(String name, int longest) {
        Optional<JsonNode> value = find(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().isTextual()) {
            return wrongType(name, "a text", value.get());
        }
        String text = value.get().textValue();
        if (text.codePointCount(0, text.length()) > longest) {
            fault(name, "too-long", "this has at most " + longest + " characters");
            return Optional.empty();
        }
        if (TextParser.hasControl(text)) {
            fault(
                    name,
                    "control-character",
                    "control characters and broken characters are not allowed");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private Optional<JsonNode> find(String name) {
        asked.add(name);
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    private <T> Optional<T> wrongType(String name, String wanted, JsonNode got) {
        fault(name, "wrong-type", "this has to be " + wanted + ", not " + JsonKind.of(got));
        return Optional.empty();
    }
}
