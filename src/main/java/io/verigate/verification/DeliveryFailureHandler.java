package io.verigate.verification;

import io.verigate.assessment.DecisionService;
import io.verigate.decision.Decision;
import io.verigate.decision.EventReport;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Method;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Source;
import io.verigate.delivery.receipt.DeliveryReceipt.Status;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Records the outcome of a delivery and, when the code was not delivered, lets the rules decide on it (S06), so that
/// the next request gets advice for the cause. Both are one transaction, so that a failure counts once. Thread-safe.
@Singleton
public final class DeliveryFailureHandler {
    private final Ledger ledger;
    private final DecisionService decisions;
    private final VerificationRepository verifications;
    private final InstantSource clock;

    public DeliveryFailureHandler(
            Ledger ledger,
            DecisionService decisions,
            VerificationRepository verifications,
            InstantSource clock) {
        this.ledger = ledger;
        this.decisions = decisions;
        this.verifications = verifications;
        this.clock = clock;
    }

    /// Records an outcome. The rules decide in the same transaction, unless the code was delivered or may still be, its
    /// verification is unknown, or the outcome was recorded before.
    ///
    /// @param error code of the provider; empty when it gave none
    /// @param recording returns whether the outcome is new; reads the subject of the account first
    public void record(
            String verification,
            Status status,
            String error,
            LedgerTransaction<Boolean> recording) {
        switch (status) {
            case DELIVERED, ACCEPTED -> ledger.run(recording);
            case UNDELIVERABLE, EXPIRED, REJECTED, UNKNOWN ->
                    verifications
                            .find(verification)
                            .ifPresentOrElse(
                                    one -> recordFailure(one, status, error, recording),
                                    () -> ledger.run(recording));
        }
    }

    private void recordFailure(
            Verification verification,
            Status status,
            String error,
            LedgerTransaction<Boolean> recording) {
        Interaction interaction =
                Interaction.of(
                                InteractionKind.REPORT,
                                verification.account(),
                                new Method.Named(verification.channel(), verification.address()),
                                Source.UNKNOWN)
                        .with(
                                EventReport.of(
                                        ReportedEvent.CODE_UNDELIVERED,
                                        clock.instant(),
                                        Map.of(
                                                KnownFact.RECEIPT,
                                                status.wireName(),
                                                KnownFact.RECEIPT_ERROR,
                                                error)));
        ledger.run(new FailureTransaction(recording, decisions.decide(interaction)));
    }

    /// Records an outcome, and decides when it is new.
    private record FailureTransaction(
            LedgerTransaction<Boolean> recording, LedgerTransaction<Decision> assessment)
            implements LedgerTransaction<Optional<Decision>> {
        @Override
        public Set<Key<?, ?>> reads() {
            return union(recording.reads(), assessment.reads());
        }

        @Override
        public Set<Key<?, ?>> readsNext(TransactionView view) {
            return union(recording.readsNext(view), assessment.readsNext(view));
        }

        @Override
        public Optional<Decision> run(TransactionView view) {
            return recording.run(view) ? Optional.of(assessment.run(view)) : Optional.empty();
        }

        @Override
        public void committed(Optional<Decision> decision) {
            decision.ifPresent(assessment::committed);
        }

        @Override
        public void close() {
            recording.close();
            assessment.close();
        }

        private static Set<Key<?, ?>> union(Set<Key<?, ?>> one, Set<Key<?, ?>> other) {
            Set<Key<?, ?>> keys = new HashSet<>(one);
            keys.addAll(other);
            return keys;
        }
    }
}
