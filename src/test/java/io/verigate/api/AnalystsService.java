package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.access.Role;
import io.verigate.api.TestService.Answer;
import io.verigate.ruleset.RuleSetFollower;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A service whose rules come from the database, and what analysts do with them over HTTP.
abstract class AnalystsService {
    static final String VALUES = "policies/request-volume.yaml";
    static final String RULES = "rules/request-volume.drl";

    private static final ObjectMapper JSON = new ObjectMapper();

    TestService service;

    @BeforeEach
    void start() {
        service =
                new TestService("rule_set_interface", Map.of("verigate.rules.source", "database"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    String kept(String parent, ObjectNode files) {
        ObjectNode body = body(files).put("message", "try").put("parent", parent);
        body.put("activate", false);
        Answer kept = service.call("POST", "/v1/rulesets", body.toString());
        assertThat(kept.status()).as(kept.body()).isEqualTo(202);
        return json(kept).at("/version/revision").asText();
    }

    Answer publish(Role role, String parent, ObjectNode files, String message) {
        ObjectNode body = body(files).put("message", message).put("parent", parent);
        return service.call(role, "POST", "/v1/rulesets", body.toString(), Map.of());
    }

    static ObjectNode body(ObjectNode files) {
        ObjectNode body = JSON.createObjectNode();
        body.set("files", files);
        return body;
    }

    ObjectNode files(String revision) {
        return (ObjectNode) json(service.call("GET", "/v1/rulesets/" + revision, "")).path("files");
    }

    static void edit(ObjectNode files, String file, String from, String to) {
        String text = files.path(file).asText();
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to));
    }

    /// The cases hold the old numbers in place, which is what they are for.
    static void dropCases(ObjectNode files) {
        files.retain(
                files.properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(name -> !name.endsWith(".cases.yaml"))
                        .toList());
    }

    String revision() {
        return json(service.call("GET", "/v1/rulesets/active", "")).path("revision").asText();
    }

    JsonNode decide(String account, String number) {
        Answer answer =
                service.call(
                        "POST",
                        "/v1/decisions",
                        "{\"interaction\":\"send-code\",\"account\":\""
                                + account
                                + "\",\"method\":{\"channel\":\"sms\",\"address\":\""
                                + number
                                + "\"}}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    static void follow(TestService node) {
        node.bean(RuleSetFollower.class).follow();
    }

    static JsonNode find(JsonNode items, String field, String value) {
        for (JsonNode item : items) {
            if (item.path(field).asText().equals(value)) {
                return item;
            }
        }
        throw new AssertionError("no `" + value + "` in " + items);
    }

    static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
