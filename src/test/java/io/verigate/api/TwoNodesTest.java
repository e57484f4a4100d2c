package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.access.Role;
import io.verigate.api.TestService.Answer;
import io.verigate.database.DatabaseAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Two services on one database never allow more together than one would, however hard and however evenly both are asked.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwoNodesTest {
    private static final int CALLS = 200;

    /// `sourceAccountsLimit` of `policies/request-volume.yaml`.
    private static final int ACCOUNTS_FROM_ONE_SOURCE = 5;

    private TestService one;
    private TestService other;
    private String key;

    @BeforeAll
    void start() {
        one = new TestService("two_nodes", Map.of());
        DatabaseAddress address = one.bean(DatabaseAddress.class);
        other =
                new TestService(
                        "two_nodes_unused",
                        Map.of(
                                "verigate.database.url", address.url(),
                                "verigate.database.username", address.username(),
                                "verigate.database.password", address.password(),
                                "verigate.keys.file", "target/test-keys/two_nodes.keys",
                                "verigate.delivery.node", "node-2"));
        key = one.secret(Role.ADMIN);
    }

    @AfterAll
    void stop() {
        other.close();
        one.close();
    }

    /// After one code, the next one to the same number has to wait.
    @Test
    void oneCodeReachesADestinationThatManyAskFor() throws Exception {
        Map<String, Integer> verdicts =
                hammer(i -> asking("a-victim-" + i, "+447700900123", "198.51.100." + i));

        assertThat(verdicts).containsEntry("allow", 1);
        assertThat(verdicts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(CALLS);
        assertThat(recorded("a-victim-")).isEqualTo(CALLS);
    }

    /// A source asks for a few accounts; what comes after them is refused, whichever node hears of it.
    @Test
    void aSourceReachesAsManyAccountsAsItMay() throws Exception {
        Map<String, Integer> verdicts =
                hammer(i ->
                        asking(
                                "a-many-" + i,
                                "+44770090%04d".formatted(1000 + i * 7),
                                "203.0.113.7"));

        assertThat(verdicts).containsEntry("allow", ACCOUNTS_FROM_ONE_SOURCE);
        assertThat(recorded("a-many-")).isEqualTo(CALLS);
    }

    /// How often each verdict came when both nodes were asked at once.
    private Map<String, Integer> hammer(IntFunction<String> bodies) throws Exception {
        List<Future<Answer>> calls = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLS; i++) {
                TestService node = i % 2 == 0 ? one : other;
                String body = bodies.apply(i);
                calls.add(
                        threads.submit(
                                () -> node.call(key, "POST", "/v1/decisions", body, Map.of())));
            }
        }
        Map<String, Integer> verdicts = new TreeMap<>();
        for (Future<Answer> call : calls) {
            assertThat(call.get().status()).as(call.get().body()).isEqualTo(200);
            JsonNode decision = BusyAccount.json(call.get());
            verdicts.merge(decision.path("verdict").asText(), 1, Integer::sum);
        }
        return verdicts;
    }

    /// How many decisions on such accounts both nodes find in the log.
    private long recorded(String account) {
        long found = 0;
        for (int i = 0; i < CALLS; i++) {
            TestService node = i % 2 == 0 ? other : one;
            found +=
                    BusyAccount.json(
                                    node.call(
                                            key,
                                            "GET",
                                            "/v1/decisions?account=" + account + i,
                                            "",
                                            Map.of()))
                            .path("items")
                            .size();
        }
        return found;
    }

    private static String asking(String account, String number, String ip) {
        return """
        {"interaction":"send-code","account":"%s","method":{"channel":"sms","address":"%s"},"source":{"ip":"%s"}}\
        """
                .formatted(account, number, ip);
    }
}
