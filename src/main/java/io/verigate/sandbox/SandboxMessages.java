package io.verigate.sandbox;

import io.micronaut.context.annotation.Requires;
import io.verigate.decision.Address;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.PhoneNumber;
import io.verigate.delivery.outbox.OutboxWorker;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The messages that the sandbox kept instead of sending them. Thread-safe.
@Singleton
@Requires(beans = SandboxClock.class)
public final class SandboxMessages {
    private static final int MAX = 100;

    private final SandboxInbox inbox;
    private final OutboxWorker worker;

    SandboxMessages(SandboxInbox inbox, OutboxWorker worker) {
        this.inbox = inbox;
        this.worker = worker;
    }

    /// Messages, newest first.
    ///
    /// @param to only those to this address, normalised; empty for all
    public List<Message> find(Optional<String> to) {
        return inbox.newest(to.map(SandboxMessages::address).orElse(null), MAX).stream()
                .map(Message::of)
                .toList();
    }

    /// The provider reference of the newest message of a verification; empty when none was sent.
    public Optional<String> reference(String verification) {
        return inbox.newestOf(verification);
    }

    /// Whether nothing is due and nothing is on its way.
    public boolean isQuiet() {
        return worker.isIdle();
    }

    private static Address address(String text) {
        return text.contains("@") ? new EmailAddress(text) : new PhoneNumber(text);
    }

    /// One message. Its `toString` shows neither address nor code.
    ///
    /// @param verification id of the verification whose code it carries
    /// @param channel wire name of the channel
    /// @param to recipient
    /// @param text of the message
    /// @param code in it
    public record Message(
            String verification,
            String channel,
            String to,
            String text,
            String code,
            Instant sentAt) {
        private static Message of(SandboxMessage message) {
            return new Message(
                    message.verification(),
                    message.channel().wireName(),
                    message.to().text(),
                    message.text(),
                    message.code(),
                    message.sentAt());
        }

        @Override
        public String toString() {
            return "message of " + verification;
        }
    }
}
