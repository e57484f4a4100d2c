package io.verigate.journal.mariadb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.Decision.HeldBlock;
import io.verigate.decision.Decision.Reason;
import io.verigate.decision.Decision.Sender;
import io.verigate.decision.Decision.UsableMethod;
import io.verigate.decision.Finding;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Scope;
import io.verigate.decision.Verdict;
import io.verigate.decision.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The part of a decision that is not searched, as JSON. What is empty is left out; facts keep their types.
final class DecisionJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DecisionJson() {}

    /// The part that stands in columns.
    record Heading(
            String id,
            Instant at,
            InteractionKind interaction,
            String account,
            Verdict verdict,
            String ruleset) {}

    static String write(Decision decision) {
        ObjectNode root = JSON.createObjectNode();
        put(root, "until", decision.until());
        if (!decision.reasons().isEmpty()) {
            ArrayNode reasons = root.putArray("reasons");
            decision.reasons()
                    .forEach(reason ->
                            reasons.addObject()
                                    .put("code", reason.code())
                                    .put("rule", reason.rule()));
        }
        decision.heldBlock()
                .ifPresent(block -> {
                    ObjectNode node =
                            root.putObject("block")
                                    .put("id", block.id())
                                    .put("scope", block.scope().word());
                    put(node, "until", block.until());
                    put(node, "clause", block.clause());
                });
        if (!decision.methods().isEmpty()) {
            ArrayNode methods = root.putArray("methods");
            decision.methods()
                    .forEach(method ->
                            methods.addObject()
                                    .put("info", method.securityInfo())
                                    .put("channel", method.channel().word())
                                    .put("hint", method.hint()));
        }
        texts(root, "advice", decision.advice());
        put(root, "route", decision.route());
        Sender sender = decision.sender();
        if (sender != null) {
            root.putObject("sender")
                    .put("channel", sender.channel().word())
                    .put("address", sender.address());
        }
        texts(root, "fired", decision.fired());
        findings(root, "losers", decision.losers());
        findings(root, "shadows", decision.shadows());
        ObjectNode facts = root.putObject("facts");
        decision.facts().forEach((name, value) -> fact(facts, name, value));
        return root.toString();
    }

    static Decision read(Heading heading, String text) {
        try {
            JsonNode root = JSON.readTree(text);
            return new Decision(
                    heading.id(),
                    heading.at(),
                    heading.interaction(),
                    heading.account(),
                    heading.verdict(),
                    time(root.path("until")),
                    reasons(root.path("reasons")),
                    block(root.path("block")),
                    methods(root.path("methods")),
                    texts(root.path("advice")),
                    root.path("route").asText(""),
                    sender(root.path("sender")),
                    heading.ruleset(),
                    texts(root.path("fired")),
                    findings(root.path("losers")),
                    findings(root.path("shadows")),
                    facts(root.path("facts")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "the detail of decision " + heading.id() + " is not JSON", e);
        }
    }

    private static void fact(ObjectNode facts, String name, Object value) {
        switch (value) {
            case Boolean flag -> facts.put(name, flag);
            case Long count -> facts.put(name, count);
            case Duration length -> facts.putObject(name).put("duration", length.toString());
            case Instant time -> facts.putObject(name).put("time", time.toString());
            default -> facts.put(name, value.toString());
        }
    }

    private static Map<String, Object> facts(JsonNode node) {
        Map<String, Object> facts = new LinkedHashMap<>();
        node.properties().forEach(one -> facts.put(one.getKey(), fact(one.getValue())));
        return facts;
    }

    private static Object fact(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNumber()) {
            return value.longValue();
        }
        if (value.has("duration")) {
            return Duration.parse(value.path("duration").asText());
        }
        return value.has("time") ? Instant.parse(value.path("time").asText()) : value.asText();
    }

    private static void findings(ObjectNode root, String name, List<Finding> findings) {
        if (!findings.isEmpty()) {
            ArrayNode array = root.putArray(name);
            findings.forEach(finding -> FindingJson.write(array.addObject(), finding));
        }
    }

    private static List<Finding> findings(JsonNode array) {
        List<Finding> findings = new ArrayList<>();
        array.forEach(node -> findings.add(FindingJson.read(node)));
        return List.copyOf(findings);
    }

    private static List<Reason> reasons(JsonNode array) {
        List<Reason> reasons = new ArrayList<>();
        array.forEach(node ->
                reasons.add(new Reason(node.path("code").asText(), node.path("rule").asText())));
        return List.copyOf(reasons);
    }

    private static List<UsableMethod> methods(JsonNode array) {
        List<UsableMethod> methods = new ArrayList<>();
        array.forEach(node ->
                methods.add(
                        new UsableMethod(
                                node.path("info").asText(),
                                Word.parse(Channel.class, node.path("channel").asText())
                                        .orElseThrow(),
                                node.path("hint").asText())));
        return List.copyOf(methods);
    }

    private static @Nullable HeldBlock block(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new HeldBlock(
                        node.path("id").asText(),
                        Word.parse(Scope.class, node.path("scope").asText()).orElseThrow(),
                        time(node.path("until")),
                        node.path("clause").asText(""));
    }

    private static @Nullable Sender sender(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new Sender(
                        Word.parse(Channel.class, node.path("channel").asText()).orElseThrow(),
                        node.path("address").asText());
    }

    static void texts(ObjectNode root, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = root.putArray(name);
            texts.forEach(array::add);
        }
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return List.copyOf(texts);
    }

    static void put(ObjectNode node, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            node.put(name, value.toString());
        }
    }

    static @Nullable Instant time(JsonNode node) {
        return node.isMissingNode() ? null : Instant.parse(node.asText());
    }
}
