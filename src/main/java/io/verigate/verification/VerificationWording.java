package io.verigate.verification;

import io.verigate.delivery.OutgoingMessage;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.messages.MessageKind;
import io.verigate.messages.MessageText;
import io.verigate.messages.MessageTexts;
import io.verigate.messages.Phrases;
import jakarta.inject.Singleton;

/// Renders messages in the language of their verification. Thread-safe.
@Singleton
final class VerificationWording implements CodeMessagePreparer.Wording {
    private final MessageTexts texts;
    private final Phrases phrases;

    VerificationWording(MessageTexts texts, Phrases phrases) {
        this.texts = texts;
        this.phrases = phrases;
    }

    @Override
    public OutgoingMessage of(OutboxMessage message, Verification verification, String code) {
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
}
