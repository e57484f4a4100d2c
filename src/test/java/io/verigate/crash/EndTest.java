package io.verigate.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.verigate.access.ApiKeyGenerator;
import io.verigate.access.ApiKeys;
import io.verigate.access.Role;
import io.verigate.crypto.KeyRing;
import io.verigate.database.TestDatabase;
import java.io.IOException;
import java.net.Socket;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Ends the service in good order while a call waits for the database.
final class EndTest {
    private static final String WAITING =
            "SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE()"
                    + " AND state LIKE 'Waiting for table%'";

    @Test
    void answersWhatItHasBegun() throws Exception {
        Map<String, String> schema = TestDatabase.properties("the_end");
        DataSource rows = TestDatabase.same("the_end");
        ServiceProcess service =
                ServiceProcess.start(environment(schema), List.of("-XX:TieredStopAtLevel=1"));
        HttpRequest request = request(service.address(), key());
        try (HttpClient client = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection connection = rows.getConnection();
                Statement other = connection.createStatement()) {
            other.execute("LOCK TABLES journal WRITE");
            CompletableFuture<HttpResponse<String>> answer =
                    client.sendAsync(request, BodyHandlers.ofString());
            while (number(other) == 0) {
                assertThat(answer).isNotDone();
            }

            var ended = threads.submit(service::stop);
            while (listens(service.address())) {
                Thread.onSpinWait();
            }
            other.execute("UNLOCK TABLES");

            HttpResponse<String> last = answer.get(10, TimeUnit.SECONDS);
            assertThat(last.statusCode()).isEqualTo(200);
            // So that nothing is sent to who has gone.
            assertThat(last.headers().firstValue("Connection")).contains("close");
            assertThat(ended.get(30, TimeUnit.SECONDS)).isIn(0, 143);
        }
    }

    private static boolean listens(URI service) {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int number(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(WAITING)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static HttpRequest request(URI service, String key) {
        return HttpRequest.newBuilder(service.resolve("/v1/decisions"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"interaction\": \"sign-in\", \"account\": \"a\"}"))
                .build();
    }

    private static String key() {
        Instant created = Instant.parse("2026-01-01T00:00:00Z");
        ApiKeyGenerator.NewApiKey made =
                new ApiKeyGenerator().make("end", Role.SERVICE, created, null);
        try (ApplicationContext stores = TestDatabase.sameStores("the_end")) {
            stores.getBean(ApiKeys.class).add(made.key(), made.sha256());
        }
        return made.secret();
    }

    private static Map<String, String> environment(Map<String, String> schema) throws IOException {
        Path secrets = Path.of("target", "test-keys", "the_end.keys");
        Files.deleteIfExists(secrets);
        KeyRing.read(secrets, true);
        Map<String, String> environment = new HashMap<>();
        schema.forEach((name, value) ->
                environment.put(
                        name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), value));
        environment.put("MICRONAUT_SERVER_PORT", "-1");
        environment.put("VERIGATE_KEYS_FILE", secrets.toString());
        return environment;
    }
}
