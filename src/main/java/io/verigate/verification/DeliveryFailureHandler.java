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
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Records what became of a code and, when it did not arrive, tells the rules (S06), so that they may remember why: the
/// next request is advised by it. Both are one durable step, so that the rules hear of it once. Thread-safe.
public final class DeliveryFailureHandler {
    private final Ledger ledger;
    private final DecisionService assessment;
    private final VerificationRepository book;
    private final InstantSource clock;

    public DeliveryFailureHandler(
            Ledger ledger,
            DecisionService assessment,
            VerificationRepository book,
            InstantSource clock) {
        this.ledger = ledger;
        this.assessment = assessment;
        this.book = book;
        this.clock = clock;
    }

    /// Runs a step that records what became of a code. The rules judge in the same step, unless the code has arrived or
    /// may still, is not known any more, or the step says that it is no news.
    ///
    /// @param error the provider's own code; empty when it gave none
    /// @param recording whether it is news; reads the account's subject first
    public void record(
            String verification,
            Status status,
            String error,
            LedgerTransaction<Boolean> recording) {
        switch (status) {
            case DELIVERED, ACCEPTED -> ledger.run(recording);
            case UNDELIVERABLE, EXPIRED, REJECTED, UNKNOWN ->
                    book.find(verification)
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
        assessment.assess(
                interaction,
                (assessed, effects) -> assessed.decision(),
                judging -> new Judged(recording, judging));
    }

    /// Records, and judges what is news.
    private record Judged(LedgerTransaction<Boolean> recording, LedgerTransaction<Decision> judging)
            implements LedgerTransaction<Boolean> {
        @Override
        public Set<Key<?, ?>> reads() {
            return both(LedgerTransaction::reads);
        }

        @Override
        public Set<Key<?, ?>> more(TransactionView view) {
            return both(transaction -> transaction.more(view));
        }

        @Override
        public Boolean run(TransactionView view) {
            boolean news = recording.run(view);
            if (news) {
                judging.run(view);
            }
            return news;
        }

        private Set<Key<?, ?>> both(Function<LedgerTransaction<?>, Set<Key<?, ?>>> named) {
            Set<Key<?, ?>> places = new HashSet<>(named.apply(recording));
            places.addAll(named.apply(judging));
            return places;
        }
    }
}
