package io.verigate.regression;

import io.verigate.assessment.Assessment;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.Report;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Source;
import io.verigate.delivery.DeliveryReceipt;
import io.verigate.delivery.OutboxMessage;
import io.verigate.delivery.ReceiptRecording;
import io.verigate.delivery.RecentCodes;
import io.verigate.delivery.Undelivered;
import io.verigate.delivery.UnrequestedCode;
import io.verigate.delivery.Verification;
import io.verigate.delivery.VerificationBook;
import io.verigate.ledger.MemoryLedger;
import io.verigate.protection.Fingerprints;
import java.time.InstantSource;
import java.util.Optional;

/// What callers, operators and people tell of what happened, on the bench.
final class BenchReports {
    private final MemoryLedger ledger;
    private final Assessment assessment;
    private final UnrequestedCode unrequested;
    private final ReceiptRecording receipts;
    private final InstantSource clock;

    BenchReports(
            MemoryLedger ledger,
            Assessment assessment,
            VerificationBook book,
            Fingerprints fingerprints,
            InstantSource clock) {
        this.ledger = ledger;
        this.assessment = assessment;
        this.clock = clock;
        unrequested = new UnrequestedCode(assessment, new RecentCodes(ledger, clock), clock);
        receipts =
                new ReceiptRecording(
                        this::message,
                        fingerprints,
                        new Undelivered(ledger, assessment, book, clock),
                        clock);
    }

    /// A caller tells what it observed, now.
    Decision observe(Interaction told) {
        Interaction now = now(told);
        return now.report().orElseThrow().event() == ReportedEvent.UNREQUESTED_CODE
                ? unrequested.report(now, step -> step).decision()
                : assessment.assess(now);
    }

    /// An operator tells what became of a code: one that calls each message like its verification.
    void receive(Verification code, Act.Receipt receipt) {
        receipts.received(
                new DeliveryReceipt(code.id(), receipt.status(), receipt.error(), clock.instant()));
    }

    /// A person tells that they did not ask for a code.
    Decision unrequested(Verification code) {
        return unrequested.report(code, Source.UNKNOWN, step -> step).decision();
    }

    private Optional<OutboxMessage> message(String verification) {
        return ledger.all(OutboxMessage.SHELF)
                .filter(message -> message.verification().equals(verification))
                .findFirst();
    }

    private Interaction now(Interaction told) {
        Report report = told.report().orElseThrow();
        return told.with(
                new Report(
                        report.event(),
                        clock.instant(),
                        report.severity(),
                        report.clause(),
                        report.evidence(),
                        report.facts()));
    }
}
