package io.verigate.delivery;

import io.verigate.activity.Activity;
import io.verigate.activity.SubjectKey;
import io.verigate.decision.SubjectKind;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.Pages;
import io.verigate.ledger.Shelf.Key;
import io.verigate.ledger.Step;
import io.verigate.protection.Fingerprints;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// Brings a delivery receipt to the verification that it belongs to. Taking one twice changes nothing. Thread-safe.
public final class ReceiptRecording implements ReceiptListener {
    /// A receipt can overtake the answer to its message, so a young one that is not known yet is asked for again.
    private static final Duration YOUNG = Duration.ofMinutes(2);

    private final Ledger ledger;
    private final Outbox outbox;
    private final Fingerprints fingerprints;
    private final InstantSource clock;

    public ReceiptRecording(
            Ledger ledger, Outbox outbox, Fingerprints fingerprints, InstantSource clock) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    /// @throws IllegalStateException when the message is not known yet, so that the provider tells it again
    @Override
    public void received(DeliveryReceipt receipt) {
        Optional<OutboxMessage> message = outbox.findByReference(receipt.providerReference());
        if (message.isPresent()) {
            ledger.run(new Recording(message.get(), receipt));
        } else if (receipt.at().isAfter(clock.instant().minus(YOUNG))) {
            throw new IllegalStateException(
                    "the message of this receipt is not known yet: tell it again");
        }
    }

    private final class Recording implements Step<Boolean> {
        private final OutboxMessage message;
        private final DeliveryReceipt receipt;
        private final Key<String, Verifications> place;

        Recording(OutboxMessage message, DeliveryReceipt receipt) {
            this.message = message;
            this.receipt = receipt;
            this.place = Verification.SHELF.key(message.account());
        }

        @Override
        public Set<Key<?, ?>> reads() {
            SubjectKey account =
                    SubjectKey.of(SubjectKind.ACCOUNT, message.account(), fingerprints);
            return Set.of(Activity.tallies(account), place);
        }

        @Override
        public Boolean run(Pages pages) {
            Verifications all = pages.get(place).orElse(Verifications.NONE);
            Optional<Verification> next =
                    all.find(message.verification())
                            .filter(verification -> verification.state().isOpen())
                            .flatMap(verification -> state().map(verification::in));
            next.ifPresent(verification -> pages.put(place, all.with(verification)));
            pages.put(
                    OutboxMessage.SHELF.key(message.id()),
                    message.in(message.state(), message.reference(), receipt.status().word()));
            return next.isPresent();
        }

        private Optional<VerificationState> state() {
            return switch (receipt.status()) {
                case DELIVERED -> Optional.of(VerificationState.DELIVERED);
                case UNDELIVERABLE, EXPIRED, REJECTED -> Optional.of(VerificationState.UNDELIVERED);
                case UNKNOWN, ACCEPTED -> Optional.empty();
            };
        }
    }
}
