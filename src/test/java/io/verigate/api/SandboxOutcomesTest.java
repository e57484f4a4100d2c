package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.verigate.api.TestService.Answer;
import io.verigate.sandbox.SandboxOutcome;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of test addresses in the papers, row by row, over HTTP.
@ServiceTest
final class SandboxOutcomesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    @Inject TestService service;

    /// One address of the table.
    ///
    /// @param states of the verification, one after the other
    record Row(String outcome, String channel, String address, List<String> states) {}

    static List<Row> table() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Stream<String> lines = Files.lines(Path.of("docs", "sandbox.md"))) {
            lines.map(line -> line.split("\\|", -1))
                    .filter(cells -> cells.length == 7 && cells[2].contains("+44"))
                    .forEach(cells -> {
                        String outcome = cells[1].strip();
                        for (String address : quoted(cells[2] + cells[3])) {
                            List<String> channels =
                                    address.contains("@")
                                            ? List.of("email")
                                            : List.of("sms", "voice");
                            channels.forEach(channel ->
                                    rows.add(new Row(outcome, channel, address, quoted(cells[5]))));
                        }
                    });
        }
        return rows;
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    @Test
    void theTableHasEveryOutcomeByEveryChannel() throws IOException {
        assertThat(table().stream().map(Row::outcome).distinct())
                .containsExactlyElementsOf(
                        Stream.of(SandboxOutcome.values()).map(SandboxOutcome::wireName).toList());
        assertThat(table()).hasSize(4 * 5);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void doesWhatTheTableSays(Row row) throws IOException {
        // Each row begins in peace: the ladder of the row before is over.
        service.call("PUT", "/sandbox/clock", "{\"advance\": \"PT2H\"}");
        String id = send(service, row);
        settle();
        assertThat(state(service, id)).isEqualTo(row.states().getFirst());
        if (row.states().size() > 1) {
            service.call("PUT", "/sandbox/clock", "{\"advance\": \"PT119S\"}");
            settle();
            assertThat(state(service, id)).isEqualTo(row.states().getFirst());
            service.call("PUT", "/sandbox/clock", "{\"advance\": \"PT2S\"}");
            settle();
        }
        assertThat(state(service, id)).isEqualTo(row.states().getLast());
    }

    @Test
    void meansNothingToARealSender() throws IOException, InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        HttpServer provider =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(202, -1);
                    exchange.close();
                    arrived.countDown();
                });
        provider.start();
        Map<String, Object> real =
                Map.of(
                        "verigate.delivery.sms",
                        "webhook",
                        "verigate.webhook.url",
                        "http://127.0.0.1:" + provider.getAddress().getPort() + "/",
                        "verigate.webhook.secret",
                        "0123456789012345678901234567890123456789");
        try (TestService outside = new TestService("outcomes_real", real)) {
            Row row = new Row("undelivered", "sms", "+447700900992", List.of());
            String id = send(outside, row);
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
            outside.call("GET", "/sandbox/messages", "");
            assertThat(state(outside, id)).isEqualTo("sent");
        } finally {
            provider.stop(0);
        }
    }

    private static String send(TestService service, Row row) throws IOException {
        Answer answer =
                service.call(
                        "POST",
                        "/v1/verifications",
                        "{\"account\": \"of-%3$s\", \"method\": {\"channel\": \"%1$s\", \"address\": \"%2$s\"}}"
                                .formatted(
                                        row.channel(),
                                        row.address(),
                                        Integer.toHexString(row.address().hashCode())));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").asText();
    }

    /// Waits, as people who integrate do, until nothing is on its way.
    private void settle() {
        assertThat(service.call("GET", "/sandbox/messages", "").status()).isEqualTo(200);
    }

    private static String state(TestService service, String id) {
        try {
            JsonNode verification =
                    JSON.readTree(service.call("GET", "/v1/verifications/" + id, "").body());
            return verification.path("state").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
