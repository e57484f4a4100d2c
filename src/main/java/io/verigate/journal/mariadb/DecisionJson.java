package io.verigate.journal.mariadb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.Decision.ActiveBlock;
import io.verigate.decision.Decision.Reason;
import io.verigate.decision.Decision.Sender;
import io.verigate.decision.Decision.UsableMethod;
import io.verigate.decision.Finding;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Scope;
import io.verigate.decision.Verdict;
import io.verigate.decision.WireEnum;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The part of a decision that is not searched, as JSON. What is empty is left out; facts keep their types.
final class DecisionJson {
    private static final String NEVER = "never";
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final JsonFactory JSON = TREES.getFactory();
    private static final int ORDINARY_LENGTH = 2_048;

    private DecisionJson() {}

    /// The part that stands in columns.
    record Heading(
            String id,
            Instant at,
            InteractionKind interaction,
            String account,
            Verdict verdict,
            String ruleset) {}

    /// As UTF-8.
    static byte[] write(Decision decision) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(ORDINARY_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            put(json, "until", decision.until());
            if (!Objects.equals(decision.repeatAt(), decision.until())) {
                Instant at = decision.repeatAt();
                json.writeStringField("repeatAt", at == null ? NEVER : at.toString());
            }
            reasons(json, decision.reasons());
            block(json, decision.block());
            methods(json, decision.methods());
            texts(json, "advice", decision.advice());
            put(json, "route", decision.route());
            sender(json, decision.sender());
            texts(json, "fired", decision.fired());
            findings(json, "losers", decision.losers());
            findings(json, "shadows", decision.shadows());
            json.writeObjectFieldStart("facts");
            for (Map.Entry<String, Object> fact : decision.facts().entrySet()) {
                fact(json, fact.getKey(), fact.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static void reasons(JsonGenerator json, List<Reason> reasons) throws IOException {
        if (reasons.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("reasons");
        for (Reason reason : reasons) {
            json.writeStartObject();
            json.writeStringField("code", reason.code());
            json.writeStringField("rule", reason.rule());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void block(JsonGenerator json, @Nullable ActiveBlock block) throws IOException {
        if (block != null) {
            json.writeObjectFieldStart("block");
            json.writeStringField("id", block.id());
            json.writeStringField("scope", block.scope().wireName());
            put(json, "until", block.until());
            put(json, "clause", block.clause());
            json.writeEndObject();
        }
    }

    private static void methods(JsonGenerator json, List<UsableMethod> methods) throws IOException {
        if (methods.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("methods");
        for (UsableMethod method : methods) {
            json.writeStartObject();
            json.writeStringField("info", method.securityInfo());
            json.writeStringField("channel", method.channel().wireName());
            json.writeStringField("hint", method.hint());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void sender(JsonGenerator json, @Nullable Sender sender) throws IOException {
        if (sender != null) {
            json.writeObjectFieldStart("sender");
            json.writeStringField("channel", sender.channel().wireName());
            json.writeStringField("address", sender.address());
            json.writeEndObject();
        }
    }

    static Decision read(Heading heading, byte[] detail) {
        try {
            JsonNode root = TREES.readTree(detail);
            return new Decision(
                    heading.id(),
                    heading.at(),
                    heading.interaction(),
                    heading.account(),
                    heading.verdict(),
                    time(root.path("until")),
                    time(root.path(root.has("repeatAt") ? "repeatAt" : "until")),
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
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the detail of decision " + heading.id() + " is not JSON", e);
        }
    }

    private static void fact(JsonGenerator json, String name, Object value) throws IOException {
        json.writeFieldName(name);
        switch (value) {
            case Boolean flag -> json.writeBoolean(flag);
            case Long count -> json.writeNumber(count);
            case Duration length -> typed(json, "duration", length);
            case Instant time -> typed(json, "time", time);
            default -> json.writeString(value.toString());
        }
    }

    private static void typed(JsonGenerator json, String type, Object value) throws IOException {
        json.writeStartObject();
        json.writeStringField(type, value.toString());
        json.writeEndObject();
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

    private static void findings(JsonGenerator json, String name, List<Finding> findings)
            throws IOException {
        if (!findings.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (Finding finding : findings) {
                FindingJson.write(json, finding);
            }
            json.writeEndArray();
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
                                WireEnum.parse(Channel.class, node.path("channel").asText())
                                        .orElseThrow(),
                                node.path("hint").asText())));
        return List.copyOf(methods);
    }

    private static @Nullable ActiveBlock block(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new ActiveBlock(
                        node.path("id").asText(),
                        WireEnum.parse(Scope.class, node.path("scope").asText()).orElseThrow(),
                        time(node.path("until")),
                        node.path("clause").asText(""));
    }

    private static @Nullable Sender sender(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new Sender(
                        WireEnum.parse(Channel.class, node.path("channel").asText()).orElseThrow(),
                        node.path("address").asText());
    }

    static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        if (!texts.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return List.copyOf(texts);
    }

    static void put(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null && !value.toString().isEmpty()) {
            json.writeStringField(name, value.toString());
        }
    }

    static @Nullable Instant time(JsonNode node) {
        return node.isMissingNode() || node.asText().equals(NEVER)
                ? null
                : Instant.parse(node.asText());
    }
}
