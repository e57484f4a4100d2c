package io.verigate.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.verigate.delivery.Messages;
import io.verigate.delivery.SendResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Against the JDK's web server, on loopback.
final class WebhookSenderTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private WebhookSender sender;
    private volatile int status = 202;
    private volatile String answer = "{\"id\":\"SM-1\"}";
    private volatile String retryAfter = "";
    private volatile boolean silent;
    private volatile Headers headers;
    private volatile byte[] body;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/messages", this::take);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
        sender = sender(server.getAddress().getPort());
    }

    @AfterEach
    void close() {
        finished.countDown();
        sender.close();
        server.stop(0);
    }

    @Test
    void postsACloudEvent() throws IOException {
        assertThat(sender.send(Messages.sms("m-1", "確認コード: 123456")))
                .isEqualTo(new SendResult.Accepted("SM-1", false));
        JsonNode event = new ObjectMapper().readTree(body);
        assertThat(event.toString())
                .isEqualTo(
                        "{\"specversion\":\"1.0\",\"id\":\"m-1\",\"source\":\"https://login.example.com\","
                                + "\"type\":\"io.verigate.message\",\"time\":\"2026-03-04T05:06:07Z\","
                                + "\"datacontenttype\":\"application/json\",\"data\":{\"channel\":\"sms\","
                                + "\"to\":\"+4915112345678\",\"language\":\"en\",\"subject\":\"\","
                                + "\"text\":\"確認コード: 123456\",\"expiresAt\":\"2026-03-04T05:16:07Z\"}}");
        assertThat(headers.getFirst("Content-Type"))
                .isEqualTo("application/cloudevents+json; charset=utf-8");
        assertThat(headers.getFirst("Idempotency-Key")).isEqualTo("m-1");
    }

    @Test
    void signsTheBody() throws GeneralSecurityException {
        sender.send(Messages.sms("m-1", "text"));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update("1772600767.".getBytes(StandardCharsets.UTF_8));
        assertThat(headers.getFirst("Verigate-Signature"))
                .isEqualTo("t=1772600767,v1=" + HexFormat.of().formatHex(mac.doFinal(body)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|''",
                "{\"id\":42}|42",
                "[]|''",
                "not json|''",
                "''|''",
                "{\"id\":{\"a\":1}}|''",
                "{\"id\":null}|''"
            })
    void takesAnyAcceptance(String said, String reference) {
        answer = said;
        assertThat(send()).isEqualTo(new SendResult.Accepted(reference, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void triesAgainLater(int refusal) {
        status = refusal;
        assertThat(send()).isEqualTo(new SendResult.Retry("http-" + refusal));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30|PT30S",
                "Wed, 4 Mar 2026 05:07:07 GMT|PT1M",
                "Wed, 4 Mar 2026 05:00:00 GMT|PT0S",
                "soon|PT0S",
                "-5|PT0S",
                "999999|PT1H",
                "99999999999999999999|PT0S"
            })
    void honoursRetryAfter(String header, Duration after) {
        status = 429;
        retryAfter = header;
        assertThat(send()).isEqualTo(new SendResult.Retry("http-429", after));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 401, 403, 404, 409, 422})
    void otherRefusalsAreFinal(int refusal) {
        status = refusal;
        assertThat(send()).isEqualTo(new SendResult.Rejected("http-" + refusal));
        assertThat(requests).hasValue(1);
    }

    @Test
    void noAnswerIsInDoubt() {
        silent = true;
        assertThat(send()).isEqualTo(new SendResult.InDoubt("no-answer"));
        assertThat(requests).hasValue(1);
    }

    @Test
    void anEndlessAnswerIsInDoubt() {
        answer = "x".repeat(100_000);
        assertThat(send()).isEqualTo(new SendResult.InDoubt("connection-lost"));
    }

    @Test
    void aConnectionLostAfterTheRequestIsInDoubt() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                WebhookSender dropped = sender(socket.getLocalPort())) {
            Thread.ofVirtual().start(() -> readAndHangUp(socket));
            assertThat(dropped.send(Messages.sms("m-1", "text")))
                    .isEqualTo(new SendResult.InDoubt("connection-lost"));
        }
    }

    @Test
    void nobodyListening() {
        server.stop(0);
        assertThat(send()).isEqualTo(new SendResult.Retry("no-connection"));
    }

    @Test
    void refusesUnsafeSettings() {
        assertThatThrownBy(() -> settings(URI.create("http://sms.example.com/"), false, SECRET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in the clear");
        assertThatThrownBy(() -> settings(URI.create("file:///etc/passwd"), true, SECRET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings(URI.create("ftp://example.com/"), true, SECRET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> settings(URI.create("https://user:pass@example.com/"), true, SECRET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("pass@");
        assertThatThrownBy(() -> settings(URI.create("https://example.com/"), false, "short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("`short`");
        assertThat(settings(URI.create("http://gateway:8080/"), true, SECRET))
                .asString()
                .doesNotContain(SECRET);
    }

    private SendResult send() {
        return sender.send(Messages.sms("m-1", "text"));
    }

    private void take(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        headers = exchange.getRequestHeaders();
        body = exchange.getRequestBody().readAllBytes();
        if (silent) {
            try {
                finished.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.getResponseHeaders().set("Location", "/messages");
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void readAndHangUp(ServerSocket socket) {
        try (Socket peer = socket.accept()) {
            assertThat(peer.getInputStream().read()).isPositive();
        } catch (IOException gone) {
            // The client hung up first.
        }
    }

    private static WebhookSender sender(int port) {
        URI url = URI.create("http://localhost:%d/messages".formatted(port));
        return new WebhookSender(settings(url, false, SECRET), InstantSource.fixed(Messages.NOW));
    }

    private static WebhookSettings settings(URI url, boolean plain, String secret) {
        return new WebhookSettings(
                url,
                plain,
                URI.create("https://login.example.com"),
                secret,
                Duration.ofSeconds(2),
                Duration.ofMillis(600));
    }
}
