package io.verigate.delivery.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.verigate.delivery.MessageSender;
import io.verigate.delivery.OutgoingMessage;
import io.verigate.delivery.SendResult;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/// Posts messages to a provider's webhook, signed, with the message id as `Idempotency-Key`. Thread-safe; close it to
/// release connections.
public final class WebhookSender implements MessageSender, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The maximum length of a response that is read; a reference is far shorter.
    private static final int MAX_ANSWER_LENGTH = 65_536;

    private static final int MAX_REFERENCE_LENGTH = 200;

    private final WebhookSettings settings;
    private final InstantSource clock;
    private final WebhookSignature signature;
    private final HttpClient client;

    /// @param clock for signatures
    public WebhookSender(WebhookSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        signature = new WebhookSignature(settings.secret(), clock);
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(settings.connectTimeout())
                        .build();
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request(message), answerBody());
        try {
            return result(answer.get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException silence) {
            answer.cancel(true);
            return new SendResult.InDoubt("no-answer");
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new SendResult.InDoubt("interrupted");
        } catch (ExecutionException failure) {
            return unanswered(failure.getCause());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest request(OutgoingMessage message) {
        byte[] body = WebhookEvent.of(message, settings.source(), clock.instant());
        return HttpRequest.newBuilder(settings.url())
                .header("Content-Type", WebhookEvent.MEDIA_TYPE)
                .header("Accept", "application/json")
                .header("Idempotency-Key", message.id())
                .header(WebhookSignature.HEADER, signature.sign(body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    /// Reads the body of an acceptance only, up to a maximum length.
    private static BodyHandler<String> answerBody() {
        BodyHandler<String> text =
                BodyHandlers.limiting(
                        BodyHandlers.ofString(StandardCharsets.UTF_8), MAX_ANSWER_LENGTH);
        return answer ->
                accepted(answer.statusCode()) ? text.apply(answer) : BodySubscribers.replacing("");
    }

    private static boolean accepted(int status) {
        return status >= 200 && status <= 299;
    }

    private SendResult result(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (accepted(status)) {
            return new SendResult.Accepted(reference(answer.body()), false);
        }
        String reason = "http-" + status;
        return switch (status) {
            // Too early, too many requests or unavailable, and errors that the operator of this
            // service must fix.
            case 401, 403, 425, 429, 503 -> {
                String retryAfter = answer.headers().firstValue("Retry-After").orElse("");
                yield new SendResult.Retry(reason, RetryAfter.wait(retryAfter, clock.instant()));
            }
            case 408 -> new SendResult.InDoubt(reason);
            // It may have failed after sending the message, and not every provider checks the key.
            default ->
                    status >= 500
                            ? new SendResult.InDoubt(reason)
                            : new SendResult.Rejected(reason);
        };
    }

    private static SendResult unanswered(@Nullable Throwable cause) {
        boolean neverSent =
                cause instanceof ConnectException
                        || cause instanceof HttpConnectTimeoutException
                        || cause instanceof SSLHandshakeException;
        return neverSent
                ? new SendResult.Retry("no-connection")
                : new SendResult.InDoubt("connection-lost");
    }

    /// The text or number under `id`; empty when the response is not a JSON object or has none.
    private static String reference(String body) {
        try {
            JsonNode id = JSON.readTree(body).path("id");
            String text = id.isTextual() || id.isNumber() ? id.asText() : "";
            return text.length() <= MAX_REFERENCE_LENGTH ? text : "";
        } catch (JsonProcessingException noJson) {
            return "";
        }
    }
}
