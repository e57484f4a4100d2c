package io.verigate.verification;

import io.verigate.assessment.AssessmentResult;
import io.verigate.assessment.DecisionConsequence;
import io.verigate.assessment.DecisionEffects;
import io.verigate.assessment.DecisionService;
import io.verigate.decision.Decision;
import io.verigate.decision.EventReport;
import io.verigate.decision.FactType;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Method;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
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

/// Reports codes that the person had not requested (S26): the rules decide on the facts about the code, and the code is
/// invalidated. Thread-safe.
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
    /// @param source of the person who reports, not of the requester of the code
    public LedgerTransaction<Decision> report(Verification verification, Source source) {
        EventReport report =
                new EventReport(
                        ReportedEvent.UNREQUESTED_CODE,
                        clock.instant(),
                        Severity.MINOR,
                        "",
                        verification.id());
        return report(
                Interaction.of(InteractionKind.REPORT, verification.account(), Method.NONE, source)
                        .with(report),
                Optional.of(verification));
    }

    /// The same for a report without a code: it is about the newest code of the account, to the address if one is
    /// given.
    ///
    /// @param interaction a report of an `unrequested-code`
    public LedgerTransaction<Decision> report(Interaction interaction) {
        return report(
                interaction,
                recent.newest(
                        interaction.account(),
                        interaction.method().named().map(Method.Named::address)));
    }

    private LedgerTransaction<Decision> report(
            Interaction interaction, Optional<Verification> code) {
        Interaction complete = code.map(one -> withCode(interaction, one)).orElse(interaction);
        String id = code.map(Verification::id).orElse("");
        return decisions.decide(complete, new MarkReported(interaction.account(), id));
    }

    /// The report with the facts about the code.
    private static Interaction withCode(Interaction interaction, Verification code) {
        EventReport report = interaction.report().orElseThrow();
        Instant received = code.receivedAt() == null ? report.at() : code.receivedAt();
        Duration transit = FactType.elapsed(code.deliverAt(), received);
        return new Interaction(
                interaction.kind(),
                interaction.account(),
                new Method.Named(code.channel(), code.address()),
                interaction.source(),
                interaction.language(),
                null,
                interaction.signals(),
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
                                transit)));
    }

    /// Marks the verification as reported, even if it was already used.
    ///
    /// @param id empty when there is no code
    record MarkReported(String account, String id) implements DecisionConsequence<Decision> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(Verification.RECORDS.key(account));
        }

        @Override
        public Decision apply(AssessmentResult result, DecisionEffects effects) {
            AccountVerifications all = AccountVerifications.read(effects.view(), account);
            all.find(id)
                    .map(found -> found.in(VerificationState.REPORTED))
                    .ifPresent(found -> all.with(found).write(effects.view(), account));
            return result.decision();
        }
    }
}
