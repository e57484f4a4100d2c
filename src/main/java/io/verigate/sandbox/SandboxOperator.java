package io.verigate.sandbox;

import io.verigate.delivery.outbox.DeliveryAttempt;
import io.verigate.delivery.receipt.DeliveryReceipt;
import io.verigate.delivery.receipt.ReceiptListener;
import io.verigate.verification.Verification;
import java.time.InstantSource;

/// Plays the operator for messages to test addresses: tells at once what became of them. Others wait for a receipt that
/// people who integrate give themselves. Thread-safe.
public final class SandboxOperator implements DeliveryAttempt.SendListener {
    private final SandboxInbox inbox;
    private final ReceiptListener receipts;
    private final InstantSource clock;

    public SandboxOperator(SandboxInbox inbox, ReceiptListener receipts, InstantSource clock) {
        this.inbox = inbox;
        this.receipts = receipts;
        this.clock = clock;
    }

    /// Only what the sandbox kept has a reference here: a message that really left is told of by its real operator.
    @Override
    public void sent(Verification verification, String outcome) {
        SandboxOutcome.of(verification.address())
                .ifPresent(found ->
                        inbox.newestOf(verification.id())
                                .ifPresent(reference -> tell(reference, found)));
    }

    private void tell(String reference, SandboxOutcome outcome) {
        receipts.received(
                new DeliveryReceipt(reference, outcome.status(), outcome.error(), clock.instant()));
    }
}
