package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/// A replay for people.
record ReplayText(JsonNode result) {
    String text() {
        StringBuilder text = new StringBuilder();
        for (JsonNode difference : result.path("differences")) {
            text.append(
                    "%s (rule set %s) comes out otherwise%n"
                            .formatted(
                                    difference.path("decision").asText(),
                                    difference.path("ruleset").asText()));
            for (JsonNode part : difference.path("parts")) {
                text.append(
                        "    %s: recorded `%s`, replayed `%s`%n"
                                .formatted(
                                        part.path("name").asText(),
                                        part.path("recorded").asText(),
                                        part.path("replayed").asText()));
            }
        }
        for (JsonNode unstored : result.path("unstored")) {
            text.append(
                    "%d of the rule set %s cannot be replayed: it is not stored%n"
                            .formatted(
                                    unstored.path("decisions").asLong(),
                                    unstored.path("revision").asText()));
        }
        JsonNode pace = result.path("pace");
        text.append(
                String.format(
                        Locale.ROOT,
                        "%,d decisions: %,d the same, %,d different; %,d per second%n",
                        result.path("decisions").asLong(),
                        result.path("same").asLong(),
                        result.path("different").asLong(),
                        pace.path("perSecond").asLong()));
        if (!result.path("complete").asBoolean()) {
            text.append(
                    "PARTIAL: stopped at %s of %s%n"
                            .formatted(
                                    result.path("reached").asText(), result.path("to").asText()));
        }
        return text.toString();
    }
}
