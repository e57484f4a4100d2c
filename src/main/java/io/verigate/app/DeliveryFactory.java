package io.verigate.app;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.verigate.api.common.PhraseSource;
import io.verigate.assessment.DecisionService;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.PhoneNumber;
import io.verigate.delivery.ChannelSenders;
import io.verigate.delivery.OutgoingMessage;
import io.verigate.delivery.outbox.DeliveryAttempt;
import io.verigate.delivery.outbox.Outbox;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.delivery.outbox.OutboxNotifier;
import io.verigate.delivery.outbox.OutboxWorker;
import io.verigate.delivery.receipt.ReceiptListener;
import io.verigate.ledger.Ledger;
import io.verigate.messages.MessageKind;
import io.verigate.messages.MessageText;
import io.verigate.messages.MessageTexts;
import io.verigate.messages.Phrases;
import io.verigate.sandbox.SandboxInbox;
import io.verigate.sandbox.SandboxMessage;
import io.verigate.sandbox.SandboxMessages;
import io.verigate.sandbox.SandboxOperator;
import io.verigate.verification.Codes;
import io.verigate.verification.DeliveryFailureHandler;
import io.verigate.verification.DeliveryResultRecorder;
import io.verigate.verification.MessagePreparer;
import io.verigate.verification.Purpose;
import io.verigate.verification.ReceiptRecorder;
import io.verigate.verification.Verification;
import io.verigate.verification.VerificationRepository;
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
    PhraseSource phrasing(Phrases phrases) {
        return new PhraseSource() {
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
    MessagePreparer.Wording wording(MessageTexts texts, Phrases phrases) {
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
    DeliveryFailureHandler undelivered(
            Ledger ledger,
            DecisionService assessment,
            VerificationRepository book,
            InstantSource clock) {
        return new DeliveryFailureHandler(ledger, assessment, book, clock);
    }

    @Singleton
    ReceiptListener receipts(
            Outbox outbox,
            Fingerprints fingerprints,
            DeliveryFailureHandler undelivered,
            InstantSource clock) {
        return new ReceiptRecorder(outbox, fingerprints, undelivered, clock);
    }

    @Singleton
    MessagePreparer preparing(
            Ledger ledger,
            Fingerprints fingerprints,
            Codes codes,
            MessagePreparer.Wording wording,
            InstantSource clock) {
        return new MessagePreparer(ledger, fingerprints, codes, wording, clock);
    }

    @Singleton
    DeliveryResultRecorder concluding(
            Ledger ledger,
            Fingerprints fingerprints,
            DeliveryFailureHandler undelivered,
            InstantSource clock) {
        return new DeliveryResultRecorder(ledger, fingerprints, undelivered, clock);
    }

    @Singleton
    DeliveryAttempt carrying(
            MessagePreparer preparing,
            ChannelSenders senders,
            DeliveryResultRecorder concluding,
            DeliveryAttempt.SendListener listener) {
        return new DeliveryAttempt(preparing, senders, concluding, listener);
    }

    @Singleton
    DeliveryAttempt.SendListener sends(Meters meters, Optional<SandboxOperator> operator) {
        return (verification, outcome) -> {
            meters.sent(verification, outcome);
            operator.ifPresent(sandbox -> sandbox.sent(verification, outcome));
        };
    }

    @Singleton
    @Bean(typed = SandboxOperator.class)
    @Requires(condition = SandboxCondition.class)
    SandboxOperator sandboxOperator(
            SandboxInbox inbox, ReceiptListener receipts, InstantSource clock) {
        return new SandboxOperator(inbox, receipts, clock);
    }

    /// Begins with the service, and ends before the ledger does.
    @Context
    @Bean(preDestroy = "close")
    OutboxWorker courier(
            Outbox outbox,
            DeliveryAttempt carrying,
            InstantSource clock,
            DeliveryConfiguration configuration) {
        OutboxWorker courier =
                new OutboxWorker(
                        outbox, carrying, clock, configuration.node(), configuration.parallel());
        courier.start();
        return courier;
    }

    @Singleton
    OutboxNotifier bell(OutboxWorker courier) {
        return courier::wake;
    }

    @Singleton
    @Requires(condition = SandboxCondition.class)
    SandboxMessages sandboxMessages(SandboxInbox inbox, OutboxWorker courier) {
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
                channel.wireName(),
                message.to().text(),
                message.text(),
                message.code(),
                message.sentAt());
    }
}
