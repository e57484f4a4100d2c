package io.verigate.analysis.regression;

import io.verigate.assessment.DecisionService;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.Decision;
import io.verigate.decision.EventReport;
import io.verigate.decision.Interaction;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Source;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.delivery.receipt.DeliveryReceipt;
import io.verigate.ledger.InMemoryLedger;
import io.verigate.verification.DeliveryFailureHandler;
import io.verigate.verification.ReceiptRecorder;
import io.verigate.verification.RecentCodes;
import io.verigate.verification.ReportUnrequestedCode;
import io.verigate.verification.Verification;
import io.verigate.verification.VerificationRepository;
import java.time.InstantSource;
import java.util.Optional;

/// What callers, operators and people tell of what happened, on the bench.
final class TimelineReports {
    private final InMemoryLedger ledger;
    private final DecisionService assessment;
    private final ReportUnrequestedCode unrequested;
    private final ReceiptRecorder receipts;
    private final InstantSource clock;

    TimelineReports(
            InMemoryLedger ledger,
            DecisionService assessment,
            VerificationRepository book,
            Fingerprints fingerprints,
            InstantSource clock) {
        this.ledger = ledger;
        this.assessment = assessment;
        this.clock = clock;
        unrequested = new ReportUnrequestedCode(assessment, new RecentCodes(ledger, clock), clock);
        receipts =
                new ReceiptRecorder(
                        this::message,
                        fingerprints,
                        new DeliveryFailureHandler(ledger, assessment, book, clock),
                        clock);
    }

    /// A caller tells what it observed, now.
    Decision observe(Interaction told) {
        Interaction now = now(told);
        return now.report().orElseThrow().event() == ReportedEvent.UNREQUESTED_CODE
                ? ledger.run(unrequested.report(now))
                : ledger.run(assessment.decide(now));
    }

    /// An operator tells what became of a code: one that calls each message like its verification.
    void receive(Verification code, TimelineAction.Receipt receipt) {
        receipts.received(
                new DeliveryReceipt(code.id(), receipt.status(), receipt.error(), clock.instant()));
    }

    /// A person tells that they did not ask for a code.
    Decision unrequested(Verification code) {
        return ledger.run(unrequested.report(code, Source.UNKNOWN));
    }

    private Optional<OutboxMessage> message(String verification) {
        return ledger.all(OutboxMessage.RECORDS)
                .filter(message -> message.verification().equals(verification))
                .findFirst();
    }

    private Interaction now(Interaction told) {
        EventReport report = told.report().orElseThrow();
        return told.with(
                new EventReport(
                        report.event(),
                        clock.instant(),
                        report.severity(),
                        report.clause(),
                        report.evidence(),
                        report.facts()));
    }
}
