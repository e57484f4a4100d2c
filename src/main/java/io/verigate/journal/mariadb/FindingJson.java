package io.verigate.journal.mariadb;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.BlockInstruction;
import io.verigate.decision.Finding;
import io.verigate.decision.Mark;
import io.verigate.decision.Mode;
import io.verigate.decision.Scope;
import io.verigate.decision.SubjectKind;
import io.verigate.decision.Verdict;
import io.verigate.decision.WireEnum;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One finding as JSON.
final class FindingJson {
    private FindingJson() {}

    static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule());
        json.writeStringField("mode", finding.mode().wireName());
        json.writeStringField("reason", finding.reason());
        json.writeStringField("verdict", finding.verdict().wireName());
        DecisionJson.put(json, "until", finding.until());
        if (finding.instruction() != null) {
            write(json, finding.instruction());
        }
        DecisionJson.texts(json, "advice", finding.advice());
        DecisionJson.put(json, "route", finding.route());
        if (finding.prompt()) {
            json.writeBooleanField("prompt", true);
        }
        DecisionJson.texts(json, "marks", finding.marks().stream().map(Mark::words).toList());
        json.writeEndObject();
    }

    static Finding read(JsonNode node) {
        return new Finding(
                node.path("rule").asText(),
                WireEnum.parse(Mode.class, node.path("mode").asText()).orElseThrow(),
                node.path("reason").asText(),
                WireEnum.parse(Verdict.class, node.path("verdict").asText()).orElseThrow(),
                DecisionJson.time(node.path("until")),
                order(node.path("order")),
                DecisionJson.texts(node.path("advice")),
                node.path("route").asText(""),
                node.path("prompt").asBoolean(),
                DecisionJson.texts(node.path("marks")).stream().map(FindingJson::mark).toList());
    }

    private static Mark mark(String words) {
        int space = words.indexOf(' ');
        return new Mark(
                WireEnum.parse(SubjectKind.class, words.substring(0, space)).orElseThrow(),
                WireEnum.parse(ActivityEvent.class, words.substring(space + 1)).orElseThrow());
    }

    private static void write(JsonGenerator json, BlockInstruction order) throws IOException {
        json.writeObjectFieldStart("order");
        json.writeStringField("scope", order.scope().wireName());
        switch (order) {
            case BlockInstruction.Start start -> {
                json.writeStringField("kind", "start");
                DecisionJson.put(json, "length", start.length());
            }
            case BlockInstruction.Restart restart -> {
                json.writeStringField("kind", "restart");
                DecisionJson.put(json, "length", restart.length());
                DecisionJson.put(json, "longest", restart.longest());
            }
            case BlockInstruction.Hold hold -> json.writeStringField("kind", "hold");
            case BlockInstruction.Standing standing -> json.writeStringField("kind", "standing");
        }
        json.writeEndObject();
    }

    private static @Nullable BlockInstruction order(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        Scope scope = WireEnum.parse(Scope.class, node.path("scope").asText()).orElseThrow();
        Duration length = node.has("length") ? Duration.parse(node.path("length").asText()) : null;
        return switch (node.path("kind").asText()) {
            case "start" -> new BlockInstruction.Start(scope, length);
            case "restart" ->
                    new BlockInstruction.Restart(
                            scope,
                            length == null ? Duration.ZERO : length,
                            Duration.parse(node.path("longest").asText()));
            case "hold" -> new BlockInstruction.Hold(scope);
            default -> new BlockInstruction.Standing(scope);
        };
    }
}
