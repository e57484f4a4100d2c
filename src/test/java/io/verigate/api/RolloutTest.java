package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.api.TestService.Answer;
import io.verigate.crypto.KeyRing;
import io.verigate.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Two nodes on one database get a new rule set by themselves, and no call fails meanwhile.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RolloutTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VALUES = "policies/wait-times.yaml";

    /// What is promised, and as much again for a machine that builds and tests at the same time.
    private static final Duration SOON = Duration.ofSeconds(10);

    private TestService one;
    private TestService other;

    @BeforeAll
    void start() {
        Map<String, Object> shared = new HashMap<>(TestDatabase.properties("rollout"));
        Path keys = Path.of("target", "test-keys", "rollout.keys");
        KeyRing.read(keys, true);
        shared.put("verigate.keys.file", keys.toString());
        shared.put("verigate.rules.source", "database");
        one = new TestService("rollout_one", shared);
        other = new TestService("rollout_other", shared);
    }

    @AfterAll
    void stop() {
        one.close();
        other.close();
    }

    @Test
    void reachesEveryNodeWithoutAFailedCall() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Future<Integer>> callers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                TestService node = i % 2 == 0 ? one : other;
                String number = "+4477009004" + i + i;
                callers.add(threads.submit(() -> call(node, number, over)));
            }
            try {
                for (int round = 0; round < 3; round++) {
                    String published = publish(round);
                    assertThat(arrives(one, published)).isTrue();
                    assertThat(arrives(other, published)).isTrue();
                }
            } finally {
                over.set(true);
            }
            for (Future<Integer> caller : callers) {
                assertThat(caller.get()).isPositive();
            }
        }
    }

    private static int call(TestService node, String number, AtomicBoolean over) {
        int calls = 0;
        while (!over.get()) {
            decide(node, "a-" + number + "-" + calls, number);
            calls++;
        }
        return calls;
    }

    /// Asks for decisions until one is made by the rule set, or it is late.
    private static boolean arrives(TestService node, String revision) {
        long end = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() - end < 0) {
            if (decide(node, "a-probe", "+447700900499")
                    .path("ruleset")
                    .asText()
                    .equals(revision)) {
                return true;
            }
        }
        return false;
    }

    private String publish(int round) {
        String parent = json(one.call("GET", "/v1/rulesets/active", "")).path("wanted").asText();
        ObjectNode files =
                (ObjectNode) json(one.call("GET", "/v1/rulesets/" + parent, "")).path("files");
        files.put(VALUES, files.path(VALUES).asText() + "# round " + round + "\n");
        ObjectNode body = JSON.createObjectNode().put("message", "round").put("parent", parent);
        body.set("files", files);
        Answer answer = one.call("POST", "/v1/rulesets", body.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return json(answer).at("/version/revision").asText();
    }

    private static JsonNode decide(TestService node, String account, String number) {
        Answer answer =
                node.call(
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

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
