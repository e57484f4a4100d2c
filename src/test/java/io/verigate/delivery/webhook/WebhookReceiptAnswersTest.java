package io.verigate.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.verigate.api.ServiceTest;
import io.verigate.api.TestService;
import io.verigate.api.TestService.Answer;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Responses to receipts for unknown messages.
@ServiceTest
@Property(name = "verigate.webhook.url", value = WebhookReceiptAnswersTest.NOBODY)
@Property(name = "verigate.webhook.secret", value = WebhookBench.SECRET)
@Timeout(120)
final class WebhookReceiptAnswersTest {
    static final String NOBODY = "http://127.0.0.1:9/messages";

    @Inject TestService service;

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
        WebhookSettings settings =
                WebhookBench.settings(URI.create(NOBODY), false, WebhookBench.SECRET);
        String signature =
                new WebhookSignature(settings.secret(), service.bean(InstantSource.class))
                        .sign(body.getBytes(StandardCharsets.UTF_8));
        return service.plain(
                "POST", "/v1/receipts/webhook", body, Map.of(WebhookSignature.HEADER, signature));
    }
}
