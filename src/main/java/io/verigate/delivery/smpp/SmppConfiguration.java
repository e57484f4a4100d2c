package io.verigate.delivery.smpp;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.time.ZoneId;

/// The message centre of an SMS provider (SMPP 3.4); set under `verigate.smpp`.
///
/// @param source the one published sender: a name of up to 11 letters, a number or a short code
/// @param window maximum number of messages without a response
/// @param perSecond maximum number of messages per second
/// @param receiptZone time zone of the times in receipts
@ConfigurationProperties("verigate.smpp")
public record SmppConfiguration(
        @Bindable(defaultValue = "localhost") String host,
        @Bindable(defaultValue = "2775") int port,
        @Bindable(defaultValue = "false") boolean tls,
        @Bindable(defaultValue = "") String systemId,
        @Bindable(defaultValue = "") String password,
        @Bindable(defaultValue = "") String systemType,
        @Bindable(defaultValue = "Verigate") String source,
        @Bindable(defaultValue = "10") int window,
        @Bindable(defaultValue = "50") int perSecond,
        @Bindable(defaultValue = "5s") Duration connectTimeout,
        @Bindable(defaultValue = "10s") Duration answerTimeout,
        @Bindable(defaultValue = "30s") Duration enquireLink,
        @Bindable(defaultValue = "UTC") String receiptZone) {
    /// @throws IllegalArgumentException when a value is outside its range
    public SmppSettings settings() {
        return new SmppSettings(
                new SmppServer(host, port, tls, connectTimeout, answerTimeout, enquireLink),
                new SmppLogin(systemId, password, systemType),
                new SmppSource(source),
                new SmppPace(window, perSecond, Duration.ofSeconds(1), Duration.ofSeconds(30)),
                ZoneId.of(receiptZone));
    }

    @Override
    public String toString() {
        return "SmppConfiguration[" + host + "]";
    }
}
