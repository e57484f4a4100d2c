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

/// Applies a delivery receipt to its verification, and lets the rules decide on a failure. A repeated receipt changes
/// nothing. Thread-safe.
@Singleton
public final class ReceiptRecorder implements ReceiptListener {
    /// A receipt can arrive before the response to its message, so a recent one for an unknown message is requested
    /// again.
    private static final Duration RECENT = Duration.ofMinutes(2);

    private final SentMessages sent;
    private final Fingerprints fingerprints;
    private final DeliveryFailureHandler undelivered;
    private final InstantSource clock;

    /// @param undelivered lets the rules decide on failures
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
                        new ReceiptTransaction(known, receipt)));
        return message.isPresent() || !receipt.at().isAfter(clock.instant().minus(RECENT));
    }

    private final class ReceiptTransaction implements LedgerTransaction<Boolean> {
        private final OutboxMessage found;
        private final DeliveryReceipt receipt;
        private final Key<String, OutboxMessage> messageKey;

        /// @param found as it was when it was looked up; another copy of the receipt may be recorded meanwhile
        ReceiptTransaction(OutboxMessage found, DeliveryReceipt receipt) {
            this.found = found;
            this.receipt = receipt;
            this.messageKey = OutboxMessage.RECORDS.key(found.id());
        }

        @Override
        public Set<Key<?, ?>> reads() {
            SubjectKey account = SubjectKey.of(SubjectKind.ACCOUNT, found.account(), fingerprints);
            return Set.of(
                    ActivityRecords.counterRow(account),
                    messageKey,
                    Verification.RECORDS.key(found.account()));
        }

        @Override
        public Set<Key<?, ?>> readsNext(TransactionView view) {
            return delivered(view)
                    .<Set<Key<?, ?>>>map(
                            one -> Set.of(ActivityRecords.counterRow(destination(one))))
                    .orElse(Set.of());
        }

        @Override
        public Boolean run(TransactionView view) {
            OutboxMessage message = view.get(messageKey).orElse(found);
            if (!isNew(message)) {
                return false;
            }
            view.put(
                    messageKey,
                    message.in(message.state(), message.reference(), receipt.status().wireName()));
            AccountVerifications all = AccountVerifications.read(view, found.account());
            known(view)
                    .filter(verification -> verification.state().isOpen())
                    .flatMap(this::after)
                    .ifPresent(verification -> all.with(verification).write(view, found.account()));
            delivered(view).ifPresent(one -> count(one, view));
            return true;
        }

        /// A receipt of acceptance is never new, because the response to the message said so.
        private boolean isNew(OutboxMessage message) {
            return receipt.status() != Status.ACCEPTED
                    && !message.outcome().equals(receipt.status().wireName());
        }

        private Optional<Verification> known(TransactionView view) {
            return AccountVerifications.read(view, found.account()).find(found.verification());
        }

        private Optional<Verification> delivered(TransactionView view) {
            return receipt.status() == Status.DELIVERED ? known(view) : Optional.empty();
        }

        private SubjectKey destination(Verification one) {
            return DestinationKey.of(one.address(), fingerprints);
        }

        /// Counts the delivery, which makes older failures of the destination irrelevant.
        private void count(Verification one, TransactionView view) {
            SubjectKey destination = destination(one);
            CounterRow counterRow = ActivityRecords.counters(view, destination);
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
