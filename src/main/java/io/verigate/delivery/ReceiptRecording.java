package io.verigate.delivery;

import io.verigate.activity.Activity;
import io.verigate.activity.SubjectKey;
import io.verigate.activity.Tallies;
import io.verigate.activity.Tally;
import io.verigate.assessment.Destination;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.SubjectKind;
import io.verigate.delivery.DeliveryReceipt.Status;
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

    private final SentMessages sent;
    private final Fingerprints fingerprints;
    private final Undelivered undelivered;
    private final InstantSource clock;

    /// @param undelivered tells the rules of what did not arrive
    public ReceiptRecording(
            SentMessages sent,
            Fingerprints fingerprints,
            Undelivered undelivered,
            InstantSource clock) {
        this.sent = sent;
        this.fingerprints = fingerprints;
        this.undelivered = undelivered;
        this.clock = clock;
    }

    @Override
    public boolean received(DeliveryReceipt receipt) {
        Optional<OutboxMessage> message = sent.findByReference(receipt.providerReference());
        message.ifPresent(known ->
                undelivered.record(
                        known.verification(),
                        receipt.status(),
                        receipt.error(),
                        new Recording(known, receipt)));
        return message.isPresent() || !receipt.at().isAfter(clock.instant().minus(YOUNG));
    }

    private final class Recording implements Step<Boolean> {
        private final OutboxMessage found;
        private final DeliveryReceipt receipt;
        private final Key<String, OutboxMessage> slot;
        private final Key<String, Verifications> place;

        /// @param found as it was when it was looked for; another copy of the receipt may be recorded meanwhile
        Recording(OutboxMessage found, DeliveryReceipt receipt) {
            this.found = found;
            this.receipt = receipt;
            this.slot = OutboxMessage.SHELF.key(found.id());
            this.place = Verification.SHELF.key(found.account());
        }

        @Override
        public Set<Key<?, ?>> reads() {
            SubjectKey account = SubjectKey.of(SubjectKind.ACCOUNT, found.account(), fingerprints);
            return Set.of(Activity.tallies(account), slot, place);
        }

        @Override
        public Set<Key<?, ?>> more(Pages pages) {
            return arrived(pages)
                    .<Set<Key<?, ?>>>map(one -> Set.of(Activity.tallies(destination(one))))
                    .orElse(Set.of());
        }

        @Override
        public Boolean run(Pages pages) {
            OutboxMessage message = pages.get(slot).orElse(found);
            if (!isNews(message)) {
                return false;
            }
            pages.put(
                    slot,
                    message.in(message.state(), message.reference(), receipt.status().word()));
            Verifications all = pages.get(place).orElse(Verifications.NONE);
            known(pages)
                    .filter(verification -> verification.state().isOpen())
                    .flatMap(this::after)
                    .ifPresent(verification -> pages.put(place, all.with(verification)));
            arrived(pages).ifPresent(one -> count(one, pages));
            return true;
        }

        /// That it was accepted is what its answer said already, also when this comes late.
        private boolean isNews(OutboxMessage message) {
            return receipt.status() != Status.ACCEPTED
                    && !message.outcome().equals(receipt.status().word());
        }

        private Optional<Verification> known(Pages pages) {
            return pages.get(place).flatMap(all -> all.find(found.verification()));
        }

        private Optional<Verification> arrived(Pages pages) {
            return receipt.status() == Status.DELIVERED ? known(pages) : Optional.empty();
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
