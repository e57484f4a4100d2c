package io.verigate.delivery;

import io.verigate.activity.Activity;
import io.verigate.activity.SubjectKey;
import io.verigate.activity.Tallies;
import io.verigate.activity.Tally;
import io.verigate.assessment.Destination;
import io.verigate.decision.ActivityEvent;
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

/// Brings a delivery receipt to the verification that it belongs to, and to the rules. Taking one twice changes nothing.
/// Thread-safe.
public final class ReceiptRecording implements ReceiptListener {
    /// A receipt can overtake the answer to its message, so a young one that is not known yet is asked for again.
    private static final Duration YOUNG = Duration.ofMinutes(2);

    private final Ledger ledger;
    private final SentMessages sent;
    private final Fingerprints fingerprints;
    private final Undelivered undelivered;
    private final InstantSource clock;

    /// @param undelivered tells the rules of what did not arrive
    public ReceiptRecording(
            Ledger ledger,
            SentMessages sent,
            Fingerprints fingerprints,
            Undelivered undelivered,
            InstantSource clock) {
        this.ledger = ledger;
        this.sent = sent;
        this.fingerprints = fingerprints;
        this.undelivered = undelivered;
        this.clock = clock;
    }

    @Override
    public boolean received(DeliveryReceipt receipt) {
        Optional<OutboxMessage> message = sent.findByReference(receipt.providerReference());
        message.ifPresent(known -> received(known, receipt));
        return message.isPresent() || !receipt.at().isAfter(clock.instant().minus(YOUNG));
    }

    private void received(OutboxMessage message, DeliveryReceipt receipt) {
        boolean news = !message.outcome().equals(receipt.status().word());
        ledger.run(new Recording(message, receipt, news));
        if (news) {
            switch (receipt.status()) {
                case UNDELIVERABLE, EXPIRED, REJECTED, UNKNOWN ->
                        undelivered.report(
                                message.verification(), receipt.status(), receipt.error());
                case DELIVERED, ACCEPTED -> {}
            }
        }
    }

    private final class Recording implements Step<Boolean> {
        private final OutboxMessage message;
        private final DeliveryReceipt receipt;
        private final boolean news;
        private final Key<String, Verifications> place;

        Recording(OutboxMessage message, DeliveryReceipt receipt, boolean news) {
            this.message = message;
            this.receipt = receipt;
            this.news = news;
            this.place = Verification.SHELF.key(message.account());
        }

        @Override
        public Set<Key<?, ?>> reads() {
            SubjectKey account =
                    SubjectKey.of(SubjectKind.ACCOUNT, message.account(), fingerprints);
            return Set.of(Activity.tallies(account), place);
        }

        @Override
        public Set<Key<?, ?>> more(Pages pages) {
            return arrived(pages)
                    .<Set<Key<?, ?>>>map(one -> Set.of(Activity.tallies(destination(one))))
                    .orElse(Set.of());
        }

        @Override
        public Boolean run(Pages pages) {
            Verifications all = pages.get(place).orElse(Verifications.NONE);
            Optional<Verification> next =
                    known(pages)
                            .filter(verification -> verification.state().isOpen())
                            .flatMap(this::after);
            arrived(pages).ifPresent(one -> count(one, pages));
            next.ifPresent(verification -> pages.put(place, all.with(verification)));
            pages.put(
                    OutboxMessage.SHELF.key(message.id()),
                    message.in(message.state(), message.reference(), receipt.status().word()));
            return next.isPresent();
        }

        private Optional<Verification> known(Pages pages) {
            return pages.get(place).flatMap(all -> all.find(message.verification()));
        }

        private Optional<Verification> arrived(Pages pages) {
            boolean delivered = news && receipt.status() == DeliveryReceipt.Status.DELIVERED;
            return delivered ? known(pages) : Optional.empty();
        }

        private SubjectKey destination(Verification one) {
            return Destination.of(one.address(), fingerprints);
        }

        /// What arrives makes older troubles of the destination old news.
        private void count(Verification one, Pages pages) {
            SubjectKey destination = destination(one);
            Tallies tallies = pages.get(Activity.tallies(destination)).orElse(Tallies.NONE);
            Tally next =
                    tallies.of(destination).plus(ActivityEvent.CODE_DELIVERED, clock.instant());
            pages.put(Activity.tallies(destination), tallies.with(destination, next));
        }

        private Optional<Verification> after(Verification one) {
            return switch (receipt.status()) {
                case DELIVERED -> Optional.of(one.received(receipt.at()));
                case UNDELIVERABLE, EXPIRED, REJECTED ->
                        Optional.of(one.in(VerificationState.UNDELIVERED));
                case UNKNOWN, ACCEPTED -> Optional.empty();
            };
        }
    }
}
