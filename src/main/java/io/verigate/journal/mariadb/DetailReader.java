package io.verigate.journal.mariadb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.verigate.decision.Decision.Reason;
import io.verigate.journal.JournalLine.FactReader;
import io.verigate.journal.JournalLine.RecordedOutcome;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads of a recorded decision what is asked for and passes over the rest, without a tree: what goes through millions
/// of decisions spends most of its time here.
final class DetailReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final FactReader facts;
    private @Nullable Instant until;
    private final List<Reason> reasons = new ArrayList<>();
    private final List<String> fired = new ArrayList<>();

    private DetailReader(JsonParser parser, FactReader facts) {
        this.parser = parser;
        this.facts = facts;
    }

    static RecordedOutcome read(String id, byte[] detail, FactReader facts) {
        try (JsonParser parser = JSON.createParser(detail)) {
            DetailReader reader = new DetailReader(parser, facts);
            reader.root();
            return new RecordedOutcome(reader.until, reader.reasons, reader.fired);
        } catch (IOException e) {
            throw new IllegalStateException("the detail of decision " + id + " is not JSON", e);
        }
    }

    private void root() throws IOException {
        parser.nextToken();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "until" -> until = Instant.parse(parser.getText());
                case "reasons" -> reasons();
                case "fired" -> {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        fired.add(parser.getText());
                    }
                }
                case "facts" -> facts();
                default -> parser.skipChildren();
            }
        }
    }

    private void reasons() throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String code = "";
            String rule = "";
            for (String name = parser.nextFieldName();
                    name != null;
                    name = parser.nextFieldName()) {
                String text = parser.nextTextValue();
                if (name.equals("code")) {
                    code = text;
                } else if (name.equals("rule")) {
                    rule = text;
                }
            }
            reasons.add(new Reason(code, rule));
        }
    }

    private void facts() throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (facts.wants(name)) {
                facts.fact(name, value(token));
            } else {
                parser.skipChildren();
            }
        }
    }

    private Object value(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case START_OBJECT -> typed();
            default -> parser.getText();
        };
    }

    private Object typed() throws IOException {
        boolean duration = "duration".equals(parser.nextFieldName());
        String text = parser.nextTextValue();
        parser.nextToken();
        return duration ? DurationText.parse(text) : Instant.parse(text);
    }
}
