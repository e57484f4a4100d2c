package io.verigate.app;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.verigate.assessment.PublishedSenders;
import io.verigate.decision.Channel;
import io.verigate.delivery.ChannelSenders;
import io.verigate.delivery.MessageSender;
import io.verigate.delivery.receipt.ReceiptEndpoint;
import io.verigate.delivery.receipt.ReceiptListener;
import io.verigate.delivery.smpp.SmppConfiguration;
import io.verigate.delivery.smpp.SmppSender;
import io.verigate.delivery.smtp.SmtpConfiguration;
import io.verigate.delivery.smtp.SmtpSender;
import io.verigate.delivery.webhook.WebhookConfiguration;
import io.verigate.delivery.webhook.WebhookReceiptEndpoint;
import io.verigate.delivery.webhook.WebhookReceipts;
import io.verigate.delivery.webhook.WebhookSender;
import io.verigate.sandbox.SandboxClock;
import io.verigate.sandbox.SandboxSender;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What hands messages to providers, as configured for each channel.
@Factory
final class SenderFactory {
    @Singleton
    SenderChoice choice(
            SenderConfiguration configuration,
            Optional<SandboxClock> sandbox,
            SmtpConfiguration smtp,
            SmppConfiguration smpp,
            WebhookConfiguration webhook) {
        Map<String, Boolean> real =
                Map.of(
                        "smtp", !smtp.from().isBlank(),
                        "smpp", !smpp.systemId().isBlank(),
                        "webhook", webhook.isConfigured());
        return SenderChoice.of(
                Map.of(
                        Channel.SMS, configuration.sms(),
                        Channel.VOICE, configuration.voice(),
                        Channel.EMAIL, configuration.email()),
                sandbox.isPresent(),
                real::get);
    }

    @Singleton
    @Requires(property = "verigate.smtp.from")
    @Bean(preDestroy = "close")
    SmtpSender smtp(SmtpConfiguration configuration, InstantSource clock) {
        return new SmtpSender(configuration.server(), configuration.sender(), clock);
    }

    @Singleton
    @Requires(property = "verigate.smpp.system-id")
    @Bean(preDestroy = "close")
    SmppSender smpp(
            SmppConfiguration configuration, ReceiptListener receipts, InstantSource clock) {
        SmppSender sender = new SmppSender(configuration.settings(), receipts, clock);
        sender.start();
        return sender;
    }

    @Singleton
    @Requires(property = "verigate.webhook.url")
    @Bean(preDestroy = "close")
    WebhookSender webhook(WebhookConfiguration configuration, InstantSource clock) {
        return new WebhookSender(configuration.settings(), clock);
    }

    @Primary
    @Singleton
    ChannelSenders senders(
            SenderChoice choice,
            Optional<SmtpSender> smtp,
            Optional<SmppSender> smpp,
            Optional<WebhookSender> webhook,
            SandboxSender sandbox) {
        Map<Channel, MessageSender> senders = new EnumMap<>(Channel.class);
        choice.names()
                .forEach((channel, name) -> {
                    switch (name) {
                        case "smtp" -> senders.put(channel, smtp.orElseThrow());
                        case "smpp" -> senders.put(channel, smpp.orElseThrow());
                        case "webhook" -> senders.put(channel, webhook.orElseThrow());
                        case SenderChoice.SANDBOX -> senders.put(channel, sandbox);
                        default -> {} // nobody
                    }
                });
        return new ChannelSenders(senders);
    }

    @Singleton
    PublishedSenders published(
            SenderChoice choice, SmtpConfiguration smtp, SmppConfiguration smpp) {
        Map<Channel, String> addresses = new EnumMap<>(Channel.class);
        choice.names()
                .forEach((channel, name) -> {
                    if (channel == Channel.EMAIL) {
                        addresses.put(
                                channel, smtp.from().isBlank() ? "code@localhost" : smtp.from());
                    } else if (!name.equals(SenderChoice.NOBODY)) {
                        addresses.put(channel, smpp.source());
                    }
                });
        return new PublishedSenders(addresses);
    }

    @Singleton
    ReceiptEndpoint receiptDesk(
            WebhookConfiguration webhook, ReceiptListener listener, InstantSource clock) {
        Optional<WebhookReceipts> receipts =
                webhook.isConfigured()
                        ? Optional.of(new WebhookReceipts(webhook.settings(), clock))
                        : Optional.empty();
        return new WebhookReceiptEndpoint(receipts, listener);
    }
}
