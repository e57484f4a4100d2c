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
import java.time.InstantSource;
import java.util.Map;

/// Tells the rules of a code that did not arrive (S06), so that they may remember why: the next request is advised by
/// it. Thread-safe.
public final class Undelivered {
    private final Assessment assessment;
    private final VerificationBook book;
    private final InstantSource clock;

    public Undelivered(Assessment assessment, VerificationBook book, InstantSource clock) {
        this.assessment = assessment;
        this.book = book;
        this.clock = clock;
    }

    /// Lets the rules judge a code that did not arrive; does nothing when it is not known any more.
    ///
    /// @param status neither `DELIVERED` nor `ACCEPTED`
    /// @param error the provider's own code; empty when it gave none
    public void report(String verification, Status status, String error) {
        book.find(verification).ifPresent(one -> report(one, status, error));
    }

    private Decision report(Verification one, Status status, String error) {
        return assessment.assess(
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
                                        error))));
    }
}
