package io.verigate.api.common.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpParameters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The query parameters of a call, read like fields: each at most once, unknown ones refused.
public final class QueryParameters {
    private static final int MAX = 500;
    private static final int USUAL = 50;
    private static final int MAX_CURSOR_LENGTH = 256;

    private final JsonFields fields;

    private QueryParameters(JsonFields fields) {
        this.fields = fields;
    }

    /// The parameters of a call.
    public static QueryParameters of(HttpParameters parameters) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        FieldErrors faults = FieldErrors.ofQuery();
        for (Map.Entry<String, List<String>> parameter : parameters) {
            if (parameter.getValue().size() > 1) {
                // A name with other characters may be anything, so it is not repeated.
                String name = JsonFields.isTellable(parameter.getKey()) ? parameter.getKey() : "";
                faults.add("/" + name, "repeated", "this may be given once only");
            }
            if (!parameter.getValue().isEmpty()) {
                node.put(parameter.getKey(), parameter.getValue().getFirst());
            }
        }
        return new QueryParameters(JsonFields.of(node, "", faults));
    }

    /// The parameters, as texts.
    public JsonFields fields() {
        return fields;
    }

    /// A text; empty when it was not given.
    public Optional<String> text(String name, int longest) {
        return Optional.of(fields.textOr(name, longest)).filter(text -> !text.isEmpty());
    }

    /// True or false; empty when it was not given.
    public Optional<Boolean> flag(String name) {
        Optional<String> text = text(name, TextParser.MAX_LENGTH);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            fields.fault(name, "wrong-type", "this has to be `true` or `false`");
        }
        return text.map(Boolean::valueOf);
    }

    /// A time; empty when it was not given.
    public Optional<Instant> time(String name) {
        return fields.parsedOr(name, TextParser.MAX_LENGTH, "bad-time", TextParser::time);
    }

    /// How many items the caller wants at most: 50 unless told, up to 500.
    public int limit() {
        return fields.<Integer>parsedOr(
                        "limit",
                        TextParser.MAX_LENGTH,
                        "out-of-range",
                        text -> TextParser.number(text, 1, MAX))
                .orElse(USUAL);
    }

    /// Where the caller goes on, as the answer before told it; empty from the beginning.
    public Optional<String> after() {
        Optional<String> cursor = text("cursor", MAX_CURSOR_LENGTH);
        if (cursor.isEmpty()) {
            return cursor;
        }
        Optional<String> id = cursor.flatMap(Cursor::id);
        if (id.isPresent()) {
            return id;
        }
        fields.fault("cursor", "bad-cursor", "take `next` of the answer before, as it is");
        return Optional.empty();
    }

    /// Ends the reading.
    ///
    /// @throws io.verigate.api.common.problem.ProblemException with all faults
    public void end() {
        fields.end();
    }
}
