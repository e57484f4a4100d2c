package io.verigate.delivery.webhook;

import io.verigate.delivery.Timeouts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/// The settings of a webhook provider; `toString` hides the secret and the query of the URL.
///
/// @param url where messages are posted: `https`, or `http` on this host
/// @param plain whether `http` to another host is allowed, because the network is private
/// @param source the sender, as a URI reference (CloudEvents 1.0, `source`)
/// @param secret shared with the provider, at least 32 bytes
/// @param connectTimeout of connecting
/// @param answerTimeout of the whole response, after which a message is in doubt
public record WebhookSettings(
        URI url,
        boolean plain,
        URI source,
        String secret,
        Duration connectTimeout,
        Duration answerTimeout) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /// A key as long as the hash (RFC 2104, 3).
    private static final int MIN_SECRET_LENGTH = 32;

    /// @throws IllegalArgumentException when a value is outside its range; the message does not repeat the secret
    public WebhookSettings {
        String host = url.getHost();
        if (host == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw new IllegalArgumentException(
                    "the webhook URL must be like `https://sms.example.com/messages`");
        }
        boolean secure = "https".equals(url.getScheme());
        boolean allowed = "http".equals(url.getScheme()) && (plain || LOOPBACK.contains(host));
        if (!secure && !allowed) {
            throw new IllegalArgumentException(
                    "codes would be sent to `%s` unencrypted: use `https`".formatted(host));
        }
        if (source.toString().isEmpty()) {
            throw new IllegalArgumentException(
                    "the webhook's source is required, for example `https://login.example.com`");
        }
        if (secret.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_LENGTH) {
            throw new IllegalArgumentException(
                    "the webhook's secret must have at least %d bytes"
                            .formatted(MIN_SECRET_LENGTH));
        }
        Timeouts.check("connect timeout of the webhook", connectTimeout);
        Timeouts.check("answer timeout of the webhook", answerTimeout);
    }

    @Override
    public String toString() {
        return "webhook at " + url.getHost();
    }
}
