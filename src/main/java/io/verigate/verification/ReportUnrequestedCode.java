package io.verigate.verification;

import io.verigate.assessment.AssessmentResult;
import io.verigate.assessment.DecisionConsequence;
import io.verigate.assessment.DecisionEffects;
import io.verigate.assessment.DecisionService;
import io.verigate.decision.Decision;
import io.verigate.decision.EventReport;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Method;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reports codes that the person did not ask for (S26): the rules decide on what is known of the code, and the code stops
/// working. Thread-safe.
@Singleton
public final class ReportUnrequestedCode {
    private final DecisionService decisions;
    private final RecentCodes recent;
    private final InstantSource clock;

    public ReportUnrequestedCode(
            DecisionService decisions, RecentCodes recent, InstantSource clock) {
        this.decisions = decisions;
        this.recent = recent;
        this.clock = clock;
    }

    /// Reports a code.
    ///
    /// @param source of the person who reports; not of whoever asked for the code
    public LedgerTransaction<Decision> report(Verification verification, Source source) {
        EventReport report =
                new EventReport(
                        ReportedEvent.UNREQUESTED_CODE,
                        clock.instant(),
                        Severity.MINOR,
                        "",
                        verification.id());
        return report(
                new Interaction(
                        InteractionKind.REPORT,
                        verification.account(),
                        Method.NONE,
                        source,
                        "",
                        null,
                        Signals.NONE,
                        report),
                Optional.of(verification));
    }

    /// The same of a report that names no code: the newest one of the account is meant, to the address if one is named.
    ///
    /// @param told an `unrequested-code`
    public LedgerTransaction<Decision> report(Interaction told) {
        return report(
                told,
                recent.newest(told.account(), told.method().named().map(Method.Named::address)));
    }

    private LedgerTransaction<Decision> report(Interaction told, Optional<Verification> code) {
        Interaction traced = code.map(one -> traced(told, one)).orElse(told);
        String id = code.map(Verification::id).orElse("");
        return decisions.decide(traced, new Reporting(told.account(), id));
    }

    /// The report with what is known of the code.
    private static Interaction traced(Interaction told, Verification code) {
        EventReport report = told.report().orElseThrow();
        Instant received = code.receivedAt() == null ? report.at() : code.receivedAt();
        Duration transit = Duration.between(code.deliverAt(), received);
        return new Interaction(
                told.kind(),
                told.account(),
                new Method.Named(code.channel(), code.address()),
                told.source(),
                told.language(),
                null,
                told.signals(),
                new EventReport(
                        report.event(),
                        report.at(),
                        report.severity(),
                        report.clause(),
                        report.evidence(),
                        Map.of(
                                KnownFact.CODE_KNOWN,
                                true,
                                KnownFact.CODE_ORIGIN,
                                code.origin().wireName(),
                                KnownFact.CODE_TRANSIT,
                                transit.isNegative() ? Duration.ZERO : transit)));
    }

    /// Marks the verification, also one that was used already.
    ///
    /// @param id empty when no code is known
    record Reporting(String account, String id) implements DecisionConsequence<Decision> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(Verification.RECORDS.key(account));
        }

        @Override
        public Decision apply(AssessmentResult assessed, DecisionEffects effects) {
            Key<String, AccountVerifications> place = Verification.RECORDS.key(account);
            AccountVerifications all = effects.view().get(place).orElse(AccountVerifications.NONE);
            all.find(id)
                    .map(found -> found.in(VerificationState.REPORTED))
                    .ifPresent(found -> effects.view().put(place, all.with(found)));
            return assessed.decision();
        }
    }
}
