package io.verigate.sandbox;

import io.micronaut.context.annotation.Requires;
import io.verigate.delivery.OutgoingMessage;
import io.verigate.delivery.outbox.DeliveryAttempt;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.delivery.receipt.DeliveryReceipt;
import io.verigate.delivery.receipt.ReceiptListener;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Plays the carrier for messages to test addresses: gives their receipts at once. Others wait for a receipt that
/// integrators post themselves. Thread-safe.
@Singleton
@Requires(beans = SandboxClock.class)
public final class SandboxProvider implements DeliveryAttempt.SendListener {
    private final SandboxInbox inbox;
    private final ReceiptListener receipts;
    private final InstantSource clock;

    public SandboxProvider(SandboxInbox inbox, ReceiptListener receipts, InstantSource clock) {
        this.inbox = inbox;
        this.receipts = receipts;
        this.clock = clock;
    }

    /// Only what the sandbox kept has a reference here: the receipt of a message that was really sent comes from its
    /// provider.
    @Override
    public void sent(OutboxMessage message, OutgoingMessage outgoing, String outcome) {
        SandboxOutcome.of(outgoing.to())
                .ifPresent(found ->
                        inbox.newestOf(message.verification())
                                .ifPresent(reference -> deliver(reference, found)));
    }

    private void deliver(String reference, SandboxOutcome outcome) {
        receipts.received(
                new DeliveryReceipt(reference, outcome.status(), outcome.error(), clock.instant()));
    }
}
