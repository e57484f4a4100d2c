package io.verigate.journal.mariadb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.BlockOrder;
import io.verigate.decision.Finding;
import io.verigate.decision.Mark;
import io.verigate.decision.Mode;
import io.verigate.decision.Scope;
import io.verigate.decision.SubjectKind;
import io.verigate.decision.Verdict;
import io.verigate.decision.Word;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One finding as JSON.
final class FindingJson {
    private FindingJson() {}

    static void write(ObjectNode node, Finding finding) {
        node.put("rule", finding.rule())
                .put("mode", finding.mode().word())
                .put("reason", finding.reason())
                .put("verdict", finding.verdict().word());
        DecisionJson.put(node, "until", finding.until());
        finding.blockOrder().ifPresent(order -> write(node.putObject("order"), order));
        DecisionJson.texts(node, "advice", finding.advice());
        DecisionJson.put(node, "route", finding.route());
        if (finding.prompt()) {
            node.put("prompt", true);
        }
        DecisionJson.texts(node, "marks", finding.marks().stream().map(Mark::words).toList());
    }

    static Finding read(JsonNode node) {
        return new Finding(
                node.path("rule").asText(),
                Word.parse(Mode.class, node.path("mode").asText()).orElseThrow(),
                node.path("reason").asText(),
                Word.parse(Verdict.class, node.path("verdict").asText()).orElseThrow(),
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
                Word.parse(SubjectKind.class, words.substring(0, space)).orElseThrow(),
                Word.parse(ActivityEvent.class, words.substring(space + 1)).orElseThrow());
    }

    private static void write(ObjectNode node, BlockOrder order) {
        node.put("scope", order.scope().word());
        switch (order) {
            case BlockOrder.Start start -> {
                node.put("kind", "start");
                DecisionJson.put(node, "length", start.length());
            }
            case BlockOrder.Restart restart -> {
                node.put("kind", "restart");
                DecisionJson.put(node, "length", restart.length());
                DecisionJson.put(node, "longest", restart.longest());
            }
            case BlockOrder.Hold hold -> node.put("kind", "hold");
            case BlockOrder.Standing standing -> node.put("kind", "standing");
        }
    }

    private static @Nullable BlockOrder order(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        Scope scope = Word.parse(Scope.class, node.path("scope").asText()).orElseThrow();
        Duration length = node.has("length") ? Duration.parse(node.path("length").asText()) : null;
        return switch (node.path("kind").asText()) {
            case "start" -> new BlockOrder.Start(scope, length);
            case "restart" ->
                    new BlockOrder.Restart(
                            scope,
                            length == null ? Duration.ZERO : length,
                            Duration.parse(node.path("longest").asText()));
            case "hold" -> new BlockOrder.Hold(scope);
            default -> new BlockOrder.Standing(scope);
        };
    }
}
