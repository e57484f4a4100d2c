package io.verigate.delivery.outbox;

import io.verigate.delivery.MessageSender;
import io.verigate.delivery.OutgoingMessage;
import io.verigate.delivery.SendResult;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers one message: has it prepared, hands it to the sender, and has the result recorded. Thread-safe.
///
/// A failure before the hand-over puts the message back; from the hand-over on it is in doubt.
@Singleton
public final class DeliveryAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryAttempt.class);

    private final MessagePreparer preparer;
    private final MessageSender sender;
    private final DeliveryResultRecorder recorder;
    private final List<SendListener> listeners;

    /// @param sender of messages of every channel
    public DeliveryAttempt(
            MessagePreparer preparer,
            MessageSender sender,
            DeliveryResultRecorder recorder,
            List<SendListener> listeners) {
        this.preparer = preparer;
        this.sender = sender;
        this.recorder = recorder;
        this.listeners = List.copyOf(listeners);
    }

    /// Is notified of every message that was handed over, once its result is recorded.
    @FunctionalInterface
    public interface SendListener {
        /// @param outcome short code of the result
        void sent(OutboxMessage message, OutgoingMessage outgoing, String outcome);
    }

    /// Delivers a message that this node has taken. Returns after the result is recorded.
    ///
    /// @param pause between attempts to record the result
    /// @throws io.verigate.ledger.LedgerUnavailable when it could not be recorded, so that the message stays taken
    void carry(OutboxMessage message, DeliveryResultRecorder.Pause pause) {
        Optional<OutgoingMessage> prepared;
        try {
            prepared = preparer.prepare(message);
        } catch (RuntimeException e) {
            LOG.warn("message {} was not handed over and is put back", message.id(), e);
            recorder.record(message, new SendResult.Retry("not-prepared"), pause);
            return;
        }
        if (prepared.isPresent()) {
            SendResult result = handOver(prepared.get());
            recorder.record(message, result, pause);
            listeners.forEach(listener -> notify(listener, message, prepared.get(), result));
        }
    }

    private SendResult handOver(OutgoingMessage outgoing) {
        try {
            return sender.send(outgoing);
        } catch (RuntimeException e) {
            LOG.error("the sender of message {} failed: it is in doubt", outgoing.id(), e);
            return new SendResult.InDoubt("sender-failed");
        }
    }

    private static void notify(
            SendListener listener,
            OutboxMessage message,
            OutgoingMessage outgoing,
            SendResult result) {
        try {
            listener.sent(message, outgoing, result.code());
        } catch (RuntimeException e) {
            LOG.warn("the result of {} is recorded, but a listener failed", outgoing, e);
        }
    }
}
