package io.verigate.delivery;

import io.verigate.assessment.Assessment;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Method;
import io.verigate.decision.Report;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import io.verigate.delivery.DeliveryReceipt.Status;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.Pages;
import io.verigate.ledger.Shelf.Key;
import io.verigate.ledger.Step;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Records what became of a code and, when it did not arrive, tells the rules (S06), so that they may remember why: the
/// next request is advised by it. Both are one durable step, so that the rules hear of it once. Thread-safe.
public final class Undelivered {
    private final Ledger ledger;
    private final Assessment assessment;
    private final VerificationBook book;
    private final InstantSource clock;

    public Undelivered(
            Ledger ledger, Assessment assessment, VerificationBook book, InstantSource clock) {
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
    public void record(String verification, Status status, String error, Step<Boolean> recording) {
        switch (status) {
            case DELIVERED, ACCEPTED -> ledger.run(recording);
            case UNDELIVERABLE, EXPIRED, REJECTED, UNKNOWN ->
                    book.find(verification)
                            .ifPresentOrElse(
                                    one -> judge(one, status, error, recording),
                                    () -> ledger.run(recording));
        }
    }

    private void judge(Verification one, Status status, String error, Step<Boolean> recording) {
        Interaction interaction =
                new Interaction(
                        InteractionKind.REPORT,
                        one.account(),
                        new Method.Named(one.channel(), one.address()),
                        Source.UNKNOWN,
                        "",
                        null,
                        Signals.NONE,
                        Report.of(
                                ReportedEvent.CODE_UNDELIVERED,
                                clock.instant(),
                                Map.of(
                                        KnownFact.RECEIPT,
                                        status.word(),
                                        KnownFact.RECEIPT_ERROR,
                                        error)));
        assessment.assess(
                interaction,
                (assessed, aftermath) -> assessed.decision(),
                judging -> new Judged(recording, judging));
    }

    /// Records, and judges what is news.
    private record Judged(Step<Boolean> recording, Step<Decision> judging)
            implements Step<Boolean> {
        @Override
        public Set<Key<?, ?>> reads() {
            return both(Step::reads);
        }

        @Override
        public Set<Key<?, ?>> more(Pages pages) {
            return both(step -> step.more(pages));
        }

        @Override
        public Boolean run(Pages pages) {
            boolean news = recording.run(pages);
            if (news) {
                judging.run(pages);
            }
            return news;
        }

        private Set<Key<?, ?>> both(Function<Step<?>, Set<Key<?, ?>>> named) {
            Set<Key<?, ?>> places = new HashSet<>(named.apply(recording));
            places.addAll(named.apply(judging));
            return places;
        }
    }
}
