package io.verigate.delivery.outbox;

import io.verigate.delivery.MessageSender;
import io.verigate.delivery.OutcomeCodes;
import io.verigate.delivery.OutgoingMessage;
import io.verigate.delivery.SendResult;
import io.verigate.verification.DeliveryResultRecorder;
import io.verigate.verification.MessagePreparer.Prepared;
import io.verigate.verification.MessagePreparer;
import io.verigate.verification.Verification;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries one message: has it prepared, hands it to the sender, and has recorded what came of it. Thread-safe.
///
/// What goes wrong before the hand-over puts the message back; from the hand-over on it is in doubt.
public final class DeliveryAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryAttempt.class);

    private final MessagePreparer preparing;
    private final MessageSender sender;
    private final DeliveryResultRecorder concluding;
    private final SendListener listener;

    /// @param sender hands messages of every channel to their providers
    public DeliveryAttempt(
            MessagePreparer preparing,
            MessageSender sender,
            DeliveryResultRecorder concluding,
            SendListener listener) {
        this.preparing = preparing;
        this.sender = sender;
        this.concluding = concluding;
        this.listener = listener;
    }

    /// Hears what came of every message that was handed over, once it is recorded.
    @FunctionalInterface
    public interface SendListener {
        /// @param outcome a short code
        void sent(Verification verification, String outcome);
    }

    /// Carries a message that this node has taken. Returns after the outcome is recorded.
    ///
    /// @param pause between tries to record it
    /// @throws io.verigate.ledger.LedgerUnavailable when it could not be recorded, so that the message stays taken
    void carry(OutboxMessage message, DeliveryResultRecorder.Pause pause) {
        Optional<Prepared> prepared;
        try {
            prepared = preparing.prepare(message);
        } catch (RuntimeException e) {
            LOG.warn("message {} was not handed over and is put back", message.id(), e);
            concluding.record(message, new SendResult.Retry("not-prepared"), pause);
            return;
        }
        if (prepared.isPresent()) {
            SendResult result = handOver(prepared.get().outgoing());
            concluding.record(message, result, pause);
            tell(prepared.get().verification(), result);
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

    private void tell(Verification verification, SendResult result) {
        try {
            listener.sent(verification, OutcomeCodes.word(result));
        } catch (RuntimeException e) {
            LOG.warn("what came of {} is recorded, but was not told", verification, e);
        }
    }
}
