package io.verigate.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.verigate.access.ApiKeyGenerator;
import io.verigate.access.ApiKeys;
import io.verigate.access.Role;
import io.verigate.crypto.KeyRing;
import io.verigate.database.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Kills the service without warning while it works, starts it again, and counts.
final class CrashTest {
    private static final int IN_FLIGHT = 200;
    private static final int ANSWERED_BEFORE_THE_CRASH = 500;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConcurrentLinkedQueue<JsonNode> answered = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
    private final CountDownLatch enough = new CountDownLatch(ANSWERED_BEFORE_THE_CRASH);

    @Test
    void losesNothingThatWasAnsweredAndSendsNothingTwice() throws Exception {
        Map<String, String> schema = TestDatabase.properties("crash");
        DataSource rows = TestDatabase.same("crash");
        String key = key();
        try (Provider provider = new Provider()) {
            Map<String, String> environment = environment(schema, provider.address());
            ServiceProcess first = ServiceProcess.start(environment, QUICK_START);
            List<Thread> callers = call(first.address(), key);
            assertThat(enough.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("%d were answered; others said %s", answered.size(), refused)
                    .isTrue();
            first.kill();
            for (Thread caller : callers) {
                caller.join();
            }
            Set<String> beforeTheRestart = new HashSet<>(provider.taken());
            provider.goOn();

            ServiceProcess second = ServiceProcess.start(environment, QUICK_START);
            Map<String, Integer> messages;
            int exit;
            try {
                messages = whenNothingWaits(rows);
            } finally {
                exit = second.stop();
            }
            assertThat(exit).isIn(0, 143);

            Set<String> decisions = texts(rows, "SELECT id FROM journal");
            Set<String> sent = texts(rows, "SELECT verification FROM outbox WHERE state = 'sent'");
            Set<String> doubt =
                    texts(rows, "SELECT verification FROM outbox WHERE state = 'in-doubt'");
            List<String> taken = provider.taken();
            System.out.printf(
                    "crash with %2$d in flight: %1$d answered, %3$d decisions on disk, messages %4$s, provider took %5$d (%6$d before the restart)%n",
                    answered.size(),
                    IN_FLIGHT,
                    decisions.size(),
                    messages,
                    taken.size(),
                    beforeTheRestart.size());

            assertThat(answered).hasSizeGreaterThanOrEqualTo(ANSWERED_BEFORE_THE_CRASH);
            assertThat(taken).doesNotHaveDuplicates();
            for (JsonNode answer : answered) {
                assertThat(decisions).contains(answer.path("decision").path("id").asText());
                String verification = answer.path("id").asText();
                assertThat(sent.contains(verification) ^ doubt.contains(verification))
                        .as("%s was sent or is known to be in doubt", verification)
                        .isTrue();
            }
            assertThat(messages.keySet()).isSubsetOf("sent", "in-doubt");
            assertThat(decisions).hasSize(sent.size() + doubt.size());
            assertThat(doubt).as("the crash met messages on their way").isNotEmpty();
            assertThat(taken.size()).isLessThanOrEqualTo(sent.size() + doubt.size());
        }
    }

    private List<Thread> call(URI service, String key) {
        HttpClient client = HttpClient.newHttpClient();
        List<Thread> callers = new ArrayList<>();
        for (int caller = 0; caller < IN_FLIGHT; caller++) {
            int first = caller;
            callers.add(
                    Thread.startVirtualThread(() -> {
                        int number = first;
                        while (call(client, request(service, key, number))) {
                            number += IN_FLIGHT;
                        }
                    }));
        }
        return callers;
    }

    /// Somebody else each time, from somewhere else; to mailboxes, because so many numbers would make their region hot.
    private static HttpRequest request(URI service, String key, int number) {
        return HttpRequest.newBuilder(service.resolve("/v1/verifications"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(
                        BodyPublishers.ofString(
                                """
                                {"account": "crash-%1$d",
                                 "method": {"channel": "email", "address": "crash-%1$d@example.org"},
                                 "source": {"ip": "10.9.%2$d.%3$d"}}
                                """
                                        .formatted(
                                                number,
                                                number / IN_FLIGHT,
                                                number % IN_FLIGHT + 1)))
                .build();
    }

    /// Whether the service was there to answer.
    private boolean call(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() == 201) {
                answered.add(JSON.readTree(response.body()));
                enough.countDown();
            } else {
                refused.add(response.body());
            }
            return true;
        } catch (IOException e) {
            // The service was killed before it answered: nothing was promised.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Map<String, Integer> whenNothingWaits(DataSource rows) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Integer> states = states(rows);
        while (states.containsKey("pending") || states.containsKey("sending")) {
            assertThat(System.nanoTime()).as("messages still wait: %s", states).isLessThan(end);
            states = states(rows);
        }
        return states;
    }

    private static Map<String, Integer> states(DataSource rows) throws SQLException {
        Map<String, Integer> states = new TreeMap<>();
        try (Connection connection = rows.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "SELECT state, COUNT(*) FROM outbox GROUP BY state")) {
            while (found.next()) {
                states.put(found.getString(1), found.getInt(2));
            }
        }
        return states;
    }

    private static Set<String> texts(DataSource rows, String sql) throws SQLException {
        Set<String> texts = new HashSet<>();
        try (Connection connection = rows.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }

    private static String key() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        ApiKeyGenerator.NewApiKey made =
                new ApiKeyGenerator().make("crash", Role.SERVICE, now, null);
        try (ApplicationContext stores = TestDatabase.sameStores("crash")) {
            stores.getBean(ApiKeys.class).add(made.key(), made.sha256());
        }
        return made.secret();
    }

    private static Map<String, String> environment(Map<String, String> schema, URI provider)
            throws IOException {
        Path secrets = Path.of("target", "test-keys", "crash.keys");
        Files.deleteIfExists(secrets);
        KeyRing.read(secrets, true);
        Map<String, String> environment = new HashMap<>();
        schema.forEach((name, value) -> environment.put(ServiceProcess.variable(name), value));
        environment.put("MICRONAUT_SERVER_PORT", "-1");
        environment.put("VERIGATE_KEYS_FILE", secrets.toString());
        environment.put("VERIGATE_WEBHOOK_URL", provider.toString());
        environment.put("VERIGATE_WEBHOOK_SECRET", "a secret of the test with 32 bytes and more");
        environment.put("VERIGATE_DELIVERY_EMAIL", "webhook");
        environment.put("VERIGATE_SANDBOX_ENABLED", "false");
        return environment;
    }
}
