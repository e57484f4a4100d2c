package io.verigate.verification;

import io.verigate.activity.ActivityRecords;
import io.verigate.activity.CounterRecord;
import io.verigate.activity.CounterRow;
import io.verigate.activity.SubjectKey;
import io.verigate.assessment.DestinationKey;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.SubjectKind;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.delivery.outbox.SentMessages;
import io.verigate.delivery.receipt.DeliveryReceipt;
import io.verigate.delivery.receipt.DeliveryReceipt.Status;
import io.verigate.delivery.receipt.ReceiptListener;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// Brings a delivery receipt to the verification that it belongs to, and to the rules. Taking one twice changes nothing.
/// Thread-safe.
@Singleton
public final class ReceiptRecorder implements ReceiptListener {
    /// A receipt can overtake the answer to its message, so a young one that is not known yet is asked for again.
    private static final Duration YOUNG = Duration.ofMinutes(2);

    private final SentMessages sent;
    private final Fingerprints fingerprints;
    private final DeliveryFailureHandler undelivered;
    private final InstantSource clock;

    /// @param undelivered tells the rules of what did not arrive
    public ReceiptRecorder(
            SentMessages sent,
            Fingerprints fingerprints,
            DeliveryFailureHandler undelivered,
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

    private final class Recording implements LedgerTransaction<Boolean> {
        private final OutboxMessage found;
        private final DeliveryReceipt receipt;
        private final Key<String, OutboxMessage> slot;
        private final Key<String, AccountVerifications> place;

        /// @param found as it was when it was looked for; another copy of the receipt may be recorded meanwhile
        Recording(OutboxMessage found, DeliveryReceipt receipt) {
            this.found = found;
            this.receipt = receipt;
            this.slot = OutboxMessage.RECORDS.key(found.id());
            this.place = Verification.RECORDS.key(found.account());
        }

        @Override
        public Set<Key<?, ?>> reads() {
            SubjectKey account = SubjectKey.of(SubjectKind.ACCOUNT, found.account(), fingerprints);
            return Set.of(ActivityRecords.counterRow(account), slot, place);
        }

        @Override
        public Set<Key<?, ?>> readsNext(TransactionView view) {
            return arrived(view)
                    .<Set<Key<?, ?>>>map(
                            one -> Set.of(ActivityRecords.counterRow(destination(one))))
                    .orElse(Set.of());
        }

        @Override
        public Boolean run(TransactionView view) {
            OutboxMessage message = view.get(slot).orElse(found);
            if (!isNews(message)) {
                return false;
            }
            view.put(
                    slot,
                    message.in(message.state(), message.reference(), receipt.status().wireName()));
            AccountVerifications all = view.get(place).orElse(AccountVerifications.NONE);
            known(view)
                    .filter(verification -> verification.state().isOpen())
                    .flatMap(this::after)
                    .ifPresent(verification -> view.put(place, all.with(verification)));
            arrived(view).ifPresent(one -> count(one, view));
            return true;
        }

        /// That it was accepted is what its answer said already, also when this comes late.
        private boolean isNews(OutboxMessage message) {
            return receipt.status() != Status.ACCEPTED
                    && !message.outcome().equals(receipt.status().wireName());
        }

        private Optional<Verification> known(TransactionView view) {
            return view.get(place).flatMap(all -> all.find(found.verification()));
        }

        private Optional<Verification> arrived(TransactionView view) {
            return receipt.status() == Status.DELIVERED ? known(view) : Optional.empty();
        }

        private SubjectKey destination(Verification one) {
            return DestinationKey.of(one.address(), fingerprints);
        }

        /// What arrives makes older troubles of the destination old news.
        private void count(Verification one, TransactionView view) {
            SubjectKey destination = destination(one);
            CounterRow counterRow =
                    view.get(ActivityRecords.counterRow(destination)).orElse(CounterRow.NONE);
            CounterRecord next =
                    counterRow.of(destination).plus(ActivityEvent.CODE_DELIVERED, clock.instant());
            view.put(ActivityRecords.counterRow(destination), counterRow.with(destination, next));
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
