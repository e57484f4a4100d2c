package io.verigate.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.verigate.assessment.Assessment;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.PhoneNumber;
import io.verigate.delivery.Carrying;
import io.verigate.delivery.ChannelSenders;
import io.verigate.delivery.Codes;
import io.verigate.delivery.Concluding;
import io.verigate.delivery.Courier;
import io.verigate.delivery.Outbox;
import io.verigate.delivery.OutboxBell;
import io.verigate.delivery.OutboxMessage;
import io.verigate.delivery.OutgoingMessage;
import io.verigate.delivery.Preparing;
import io.verigate.delivery.Purpose;
import io.verigate.delivery.ReceiptListener;
import io.verigate.delivery.ReceiptRecording;
import io.verigate.delivery.SandboxInbox;
import io.verigate.delivery.SandboxMessage;
import io.verigate.delivery.SandboxOperator;
import io.verigate.delivery.Undelivered;
import io.verigate.delivery.Verification;
import io.verigate.delivery.VerificationBook;
import io.verigate.http.wire.Phrasing;
import io.verigate.ledger.Ledger;
import io.verigate.protection.Fingerprints;
import io.verigate.sandbox.SandboxMessages;
import io.verigate.text.MessageKind;
import io.verigate.text.MessageText;
import io.verigate.text.MessageTexts;
import io.verigate.text.Phrases;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// How codes get from the outbox to people.
@Factory
final class DeliveryFactory {
    private static final int NEWEST = 100;

    @Singleton
    Phrases phrases() {
        return Phrases.shipped();
    }

    @Singleton
    Phrasing phrasing(Phrases phrases) {
        return new Phrasing() {
            @Override
            public String reason(String code, String language) {
                return phrases.reason(code, language);
            }

            @Override
            public String advice(String code, String language) {
                return phrases.advice(code, language);
            }
        };
    }

    @Singleton
    Codes codes(Fingerprints fingerprints, DeliveryConfiguration configuration) {
        return new Codes(fingerprints, configuration.digits());
    }

    @Singleton
    MessageTexts texts(Phrases phrases, DeliveryConfiguration configuration) {
        return new MessageTexts(phrases, configuration.appName(), configuration.domain());
    }

    @Singleton
    Preparing.Wording wording(MessageTexts texts, Phrases phrases) {
        return (message, verification, code) -> worded(texts, phrases, message, verification, code);
    }

    private static OutgoingMessage worded(
            MessageTexts texts,
            Phrases phrases,
            OutboxMessage message,
            Verification verification,
            String code) {
        String language = phrases.language(verification.language());
        MessageKind kind =
                verification.purpose() == Purpose.NOTICE
                        ? MessageKind.SECURITY_INFO
                        : MessageKind.CODE;
        MessageText text = texts.render(verification.channel(), kind, language, code);
        return new OutgoingMessage(
                message.id(),
                verification.channel(),
                verification.address(),
                language,
                text.subject(),
                text.text(),
                code,
                verification.expiresAt());
    }

    @Singleton
    Undelivered undelivered(
            Ledger ledger, Assessment assessment, VerificationBook book, InstantSource clock) {
        return new Undelivered(ledger, assessment, book, clock);
    }

    @Singleton
    ReceiptListener receipts(
            Outbox outbox,
            Fingerprints fingerprints,
            Undelivered undelivered,
            InstantSource clock) {
        return new ReceiptRecording(outbox, fingerprints, undelivered, clock);
    }

    @Singleton
    Preparing preparing(
            Ledger ledger,
            Fingerprints fingerprints,
            Codes codes,
            Preparing.Wording wording,
            InstantSource clock) {
        return new Preparing(ledger, fingerprints, codes, wording, clock);
    }

    @Singleton
    Concluding concluding(
            Ledger ledger,
            Fingerprints fingerprints,
            Undelivered undelivered,
            InstantSource clock) {
        return new Concluding(ledger, fingerprints, undelivered, clock);
    }

    @Singleton
    Carrying carrying(
            Preparing preparing,
            ChannelSenders senders,
            Concluding concluding,
            Carrying.SendListener listener) {
        return new Carrying(preparing, senders, concluding, listener);
    }

    @Singleton
    Carrying.SendListener sends(Meters meters, Optional<SandboxOperator> operator) {
        return (verification, outcome) -> {
            meters.sent(verification, outcome);
            operator.ifPresent(sandbox -> sandbox.sent(verification, outcome));
        };
    }

    @Singleton
    @Bean(typed = SandboxOperator.class)
    @Requires(condition = SandboxOn.class)
    SandboxOperator sandboxOperator(
            SandboxInbox inbox, ReceiptListener receipts, InstantSource clock) {
        return new SandboxOperator(inbox, receipts, clock);
    }

    /// Begins with the service, and ends before the ledger does.
    @Context
    @Bean(preDestroy = "close")
    Courier courier(
            Outbox outbox,
            Carrying carrying,
            InstantSource clock,
            DeliveryConfiguration configuration) {
        Courier courier =
                new Courier(
                        outbox, carrying, clock, configuration.node(), configuration.parallel());
        courier.start();
        return courier;
    }

    @Singleton
    OutboxBell bell(Courier courier) {
        return courier::ring;
    }

    @Singleton
    @Requires(condition = SandboxOn.class)
    SandboxMessages sandboxMessages(SandboxInbox inbox, Courier courier) {
        return new SandboxMessages() {
            @Override
            public List<Message> find(Optional<String> to) {
                return inbox.newest(to.map(DeliveryFactory::address).orElse(null), NEWEST).stream()
                        .map(DeliveryFactory::told)
                        .toList();
            }

            @Override
            public Optional<String> reference(String verification) {
                return inbox.newestOf(verification);
            }

            @Override
            public boolean isQuiet() {
                return courier.isIdle();
            }
        };
    }

    private static Address address(String text) {
        return text.contains("@") ? new EmailAddress(text) : new PhoneNumber(text);
    }

    private static SandboxMessages.Message told(SandboxMessage message) {
        Channel channel = message.channel();
        return new SandboxMessages.Message(
                message.verification(),
                channel.word(),
                message.to().text(),
                message.text(),
                message.code(),
                message.sentAt());
    }
}
