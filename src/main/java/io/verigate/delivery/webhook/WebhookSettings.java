package io.verigate.delivery.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/// A provider that takes messages by webhook; `toString` hides the secret and what the address may carry.
///
/// @param url where messages go: `https`, or `http` on this host
/// @param plain whether `http` to another host is fine, because the network in between is private
/// @param source who sends, as a URI reference (CloudEvents 1.0, `source`)
/// @param secret shared with the provider, at least 32 bytes
/// @param connectTimeout how long connecting may take
/// @param answerTimeout how long the whole answer may take; after it a message is in doubt
public record WebhookSettings(
        URI url,
        boolean plain,
        URI source,
        String secret,
        Duration connectTimeout,
        Duration answerTimeout) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration MAX_LENGTH = Duration.ofMinutes(10);

    /// A key as long as the hash (RFC 2104, 3).
    private static final int MIN_SECRET_LENGTH = 32;

    /// @throws IllegalArgumentException when a value is outside its range; the message does not repeat the secret
    public WebhookSettings {
        String host = url.getHost();
        if (host == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw new IllegalArgumentException(
                    "the webhook needs an address like `https://sms.example.com/messages`");
        }
        boolean secure = "https".equals(url.getScheme());
        boolean allowed = "http".equals(url.getScheme()) && (plain || LOOPBACK.contains(host));
        if (!secure && !allowed) {
            throw new IllegalArgumentException(
                    "codes would go to `%s` in the clear; use `https`".formatted(host));
        }
        if (source.toString().isEmpty()) {
            throw new IllegalArgumentException(
                    "the webhook's source is empty; use an address like `https://login.example.com`");
        }
        if (secret.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_LENGTH) {
            throw new IllegalArgumentException(
                    "the webhook's secret is shorter than %d bytes".formatted(MIN_SECRET_LENGTH));
        }
        check("connect", connectTimeout);
        check("answer", answerTimeout);
    }

    private static void check(String name, Duration timeout) {
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(MAX_LENGTH) > 0) {
            throw new IllegalArgumentException(
                    "the %s timeout `%s` of the webhook is outside 1 ms to 10 min"
                            .formatted(name, timeout));
        }
    }

    @Override
    public String toString() {
        return "webhook at " + url.getHost();
    }
}
