package io.verigate.delivery.webhook;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;

/// A provider that receives messages by a signed webhook; set under `verigate.webhook`.
///
/// @param url where messages are posted
/// @param plain whether `http` to another host is allowed, because the network is private
/// @param source the sender, as a URI reference
/// @param secret shared with the provider, at least 32 bytes
@ConfigurationProperties("verigate.webhook")
public record WebhookConfiguration(
        @Bindable(defaultValue = "") String url,
        @Bindable(defaultValue = "false") boolean plain,
        @Bindable(defaultValue = "/verigate") String source,
        @Bindable(defaultValue = "") String secret,
        @Bindable(defaultValue = "5s") Duration connectTimeout,
        @Bindable(defaultValue = "15s") Duration answerTimeout) {
    /// @throws IllegalArgumentException when a value is outside its range
    public WebhookSettings settings() {
        return new WebhookSettings(
                URI.create(url), plain, URI.create(source), secret, connectTimeout, answerTimeout);
    }

    /// Whether one is configured.
    public boolean isConfigured() {
        return !url.isBlank();
    }

    @Override
    public String toString() {
        return "WebhookConfiguration";
    }
}
