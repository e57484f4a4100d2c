package io.verigate.http.body;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpParameters;
import io.verigate.http.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The query parameters of a call, read like fields: each at most once, unknown ones refused.
public final class Query {
    private static final int MOST = 1000;
    private static final int USUAL = 50;
    private static final int LONGEST_CURSOR = 256;

    private final Fields fields;

    private Query(Fields fields) {
        this.fields = fields;
    }

    /// The parameters of a call.
    public static Query of(HttpParameters parameters) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Faults faults = Faults.ofQuery();
        for (Map.Entry<String, List<String>> parameter : parameters) {
            if (parameter.getValue().size() > 1) {
                faults.add("/" + parameter.getKey(), "repeated", "this may be given once only");
            }
            if (!parameter.getValue().isEmpty()) {
                node.put(parameter.getKey(), parameter.getValue().getFirst());
            }
        }
        return new Query(Fields.of(node, "", faults));
    }

    /// The parameters, as texts.
    public Fields fields() {
        return fields;
    }

    /// A text; empty when it was not given.
    public Optional<String> text(String name, int longest) {
        return Optional.of(fields.textOr(name, longest)).filter(text -> !text.isEmpty());
    }

    /// True or false; empty when it was not given.
    public Optional<Boolean> flag(String name) {
        Optional<String> text = text(name, Texts.LONGEST);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            fields.fault(name, "wrong-type", "this has to be `true` or `false`");
        }
        return text.map(Boolean::valueOf);
    }

    /// How many items the caller wants at most: 50 unless told, up to 1000.
    public int limit() {
        return fields.<Integer>parsedOr(
                        "limit", Texts.LONGEST, "out-of-range", text -> Texts.number(text, 1, MOST))
                .orElse(USUAL);
    }

    /// Where the caller goes on, as it was made by `cursor(String)`; empty from the beginning.
    public Optional<String> after() {
        Optional<String> cursor = text("cursor", LONGEST_CURSOR);
        if (cursor.isEmpty()) {
            return cursor;
        }
        try {
            String id =
                    new String(Base64.getUrlDecoder().decode(cursor.get()), StandardCharsets.UTF_8);
            if (id.matches("[A-Za-z0-9-]{1,64}")) {
                return Optional.of(id);
            }
        } catch (IllegalArgumentException e) {
            // Not of our making: told below.
        }
        fields.fault("cursor", "bad-cursor", "take `next` of the answer before, as it is");
        return Optional.empty();
    }

    /// What callers go on with behind an item.
    public static String cursor(String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    /// Ends the reading.
    ///
    /// @throws ProblemException with all faults
    public void end() {
        fields.end();
    }
}
