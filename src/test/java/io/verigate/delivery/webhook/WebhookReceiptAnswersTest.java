package io.verigate.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.api.TestService.Answer;
import io.verigate.api.TestService;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// What a provider is answered to receipts that find no message.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class WebhookReceiptAnswersTest {
    private static final URI NOBODY = URI.create("http://127.0.0.1:9/messages");

    private TestService service;

    @BeforeAll
    void start() {
        service =
                new TestService(
                        "receipts",
                        Map.of(
                                "verigate.webhook.url",
                                NOBODY.toString(),
                                "verigate.webhook.secret",
                                WebhookBench.SECRET));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void aYoungReceiptHasToBeToldAgain() {
        Answer answer = tell(service.bean(InstantSource.class).instant());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.whole().headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).contains("problems/unavailable").contains("not known yet");
    }

    @Test
    void anOldReceiptIsOfAMessageThatIsGone() {
        Instant now = service.bean(InstantSource.class).instant();

        assertThat(tell(now.minus(Duration.ofMinutes(3))).status()).isEqualTo(204);
    }

    private Answer tell(Instant at) {
        String body =
                "{\"reference\": \"SM-unknown\", \"status\": \"delivered\", \"at\": \"%s\"}"
                        .formatted(at);
        WebhookSettings settings = WebhookBench.settings(NOBODY, false, WebhookBench.SECRET);
        String signature =
                new WebhookSignature(settings.secret(), service.bean(InstantSource.class))
                        .sign(body.getBytes(StandardCharsets.UTF_8));
        return service.plain(
                "POST", "/v1/receipts/webhook", body, Map.of(WebhookSignature.HEADER, signature));
    }
}
