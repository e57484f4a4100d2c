package io.verigate.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.verigate.delivery.Messages;
import io.verigate.delivery.SendResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The posted requests, and the results of responses.
final class WebhookSenderTest {
    private WebhookBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new WebhookBench();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void postsACloudEvent() throws IOException {
        assertThat(bench.sender.send(Messages.sms("m-1", "確認コード: 123456")))
                .isEqualTo(new SendResult.Accepted("SM-1", false));
        JsonNode event = new ObjectMapper().readTree(bench.body);
        assertThat(event.toString())
                .isEqualTo(
                        "{\"specversion\":\"1.0\",\"id\":\"m-1\",\"source\":\"https://login.example.com\","
                                + "\"type\":\"io.verigate.message\",\"time\":\"2026-03-04T05:06:07Z\","
                                + "\"datacontenttype\":\"application/json\",\"data\":{\"channel\":\"sms\","
                                + "\"to\":\"+4915112345678\",\"language\":\"en\",\"subject\":\"\","
                                + "\"text\":\"確認コード: 123456\",\"expiresAt\":\"2026-03-04T05:16:07Z\"}}");
        assertThat(bench.headers.getFirst("Content-Type"))
                .isEqualTo("application/cloudevents+json; charset=utf-8");
        assertThat(bench.headers.getFirst("Idempotency-Key")).isEqualTo("m-1");
    }

    @Test
    void signsTheBody() throws GeneralSecurityException {
        bench.sender.send(Messages.sms("m-1", "text"));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
                new SecretKeySpec(
                        WebhookBench.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update("1772600767.".getBytes(StandardCharsets.UTF_8));
        assertThat(bench.headers.getFirst("Verigate-Signature"))
                .isEqualTo("t=1772600767,v1=" + HexFormat.of().formatHex(mac.doFinal(bench.body)));
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
        bench.answer = said;
        assertThat(bench.send()).isEqualTo(new SendResult.Accepted(reference, false));
    }

    /// Temporary errors and errors of this service, such as a wrong key or secret, are retried.
    @ParameterizedTest
    @ValueSource(ints = {401, 403, 425, 429, 503})
    void triesAgainLater(int refusal) {
        bench.status = refusal;
        assertThat(bench.send()).isEqualTo(new SendResult.Retry("http-" + refusal));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 501, 502, 504, 520})
    void isInDoubtWhenTheProviderMayHaveSentIt(int failure) {
        bench.status = failure;
        bench.retryAfter = "30";
        assertThat(bench.send()).isEqualTo(new SendResult.InDoubt("http-" + failure));
        assertThat(bench.requests).hasValue(1);
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
        bench.status = 429;
        bench.retryAfter = header;
        assertThat(bench.send()).isEqualTo(new SendResult.Retry("http-429", after));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 404, 409, 422})
    void otherRefusalsAreFinal(int refusal) {
        bench.status = refusal;
        assertThat(bench.send()).isEqualTo(new SendResult.Rejected("http-" + refusal));
        assertThat(bench.requests).hasValue(1);
    }

    @Test
    void noAnswerIsInDoubt() {
        bench.silent = true;
        assertThat(bench.send()).isEqualTo(new SendResult.InDoubt("no-answer"));
        assertThat(bench.requests).hasValue(1);
    }

    @Test
    void anEndlessAnswerIsInDoubt() {
        bench.answer = "x".repeat(100_000);
        assertThat(bench.send()).isEqualTo(new SendResult.InDoubt("connection-lost"));
    }

    @Test
    void aConnectionLostAfterTheRequestIsInDoubt() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                WebhookSender dropped = WebhookBench.sender(socket.getLocalPort())) {
            Thread.ofVirtual().start(() -> readAndHangUp(socket));
            assertThat(dropped.send(Messages.sms("m-1", "text")))
                    .isEqualTo(new SendResult.InDoubt("connection-lost"));
        }
    }

    @Test
    void nobodyListening() {
        bench.server.stop(0);
        assertThat(bench.send()).isEqualTo(new SendResult.Retry("no-connection"));
    }

    @Test
    void refusesUnsafeSettings() {
        assertThatThrownBy(() ->
                        WebhookBench.settings(
                                URI.create("http://sms.example.com/"), false, WebhookBench.SECRET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unencrypted");
        assertThatThrownBy(() ->
                        WebhookBench.settings(
                                URI.create("file:///etc/passwd"), true, WebhookBench.SECRET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        WebhookBench.settings(
                                URI.create("ftp://example.com/"), true, WebhookBench.SECRET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        WebhookBench.settings(
                                URI.create("https://user:pass@example.com/"),
                                true,
                                WebhookBench.SECRET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("pass@");
        assertThatThrownBy(() ->
                        WebhookBench.settings(URI.create("https://example.com/"), false, "short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("`short`");
        assertThat(
                        WebhookBench.settings(
                                URI.create("http://gateway:8080/"), true, WebhookBench.SECRET))
                .asString()
                .doesNotContain(WebhookBench.SECRET);
    }

    private static void readAndHangUp(ServerSocket socket) {
        try (Socket peer = socket.accept()) {
            assertThat(peer.getInputStream().read()).isPositive();
        } catch (IOException gone) {
            // The client disconnected first.
        }
    }
}
