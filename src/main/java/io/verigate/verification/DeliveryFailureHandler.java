package io.verigate.verification;

import io.verigate.assessment.DecisionService;
import io.verigate.decision.Decision;
import io.verigate.decision.EventReport;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Method;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Signals;
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

/// Records the outcome of a delivery and, when the code did not arrive, lets the rules decide on it (S06), so that the next
/// request is advised by the cause. Both are one transaction, so that a failure counts once. Thread-safe.
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

    /// Records an outcome. The rules decide in the same transaction, unless the code has arrived or may still arrive, is no
    /// longer known, or the outcome is no news.
    ///
    /// @param error the provider's own code; empty when it gave none
    /// @param recording returns whether it is news; reads the account's subject first
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
                                    one -> judge(one, status, error, recording),
                                    () -> ledger.run(recording));
        }
    }

    private void judge(
            Verification one, Status status, String error, LedgerTransaction<Boolean> recording) {
        Interaction interaction =
                new Interaction(
                        InteractionKind.REPORT,
                        one.account(),
                        new Method.Named(one.channel(), one.address()),
                        Source.UNKNOWN,
                        "",
                        null,
                        Signals.NONE,
                        EventReport.of(
                                ReportedEvent.CODE_UNDELIVERED,
                                clock.instant(),
                                Map.of(
                                        KnownFact.RECEIPT,
                                        status.wireName(),
                                        KnownFact.RECEIPT_ERROR,
                                        error)));
        ledger.run(new Recording(recording, decisions.decide(interaction)));
    }

    /// Records, and decides on what is news.
    private record Recording(
            LedgerTransaction<Boolean> recording, LedgerTransaction<Decision> judging)
            implements LedgerTransaction<Optional<Decision>> {
        @Override
        public Set<Key<?, ?>> reads() {
            return both(recording.reads(), judging.reads());
        }

        @Override
        public Set<Key<?, ?>> readsNext(TransactionView view) {
            return both(recording.readsNext(view), judging.readsNext(view));
        }

        @Override
        public Optional<Decision> run(TransactionView view) {
            return recording.run(view) ? Optional.of(judging.run(view)) : Optional.empty();
        }

        @Override
        public void committed(Optional<Decision> decision) {
            decision.ifPresent(judging::committed);
        }

        @Override
        public void close() {
            recording.close();
            judging.close();
        }

        private static Set<Key<?, ?>> both(Set<Key<?, ?>> one, Set<Key<?, ?>> other) {
            Set<Key<?, ?>> keys = new HashSet<>(one);
            keys.addAll(other);
            return keys;
        }
    }
}
