package io.verigate.delivery;

import io.verigate.assessment.Aftermath;
import io.verigate.assessment.Assessed;
import io.verigate.assessment.Assessment;
import io.verigate.assessment.Consequence;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.Report;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import io.verigate.ledger.Shelf.Key;
import java.time.InstantSource;
import java.util.Set;

/// Takes a person's word that they did not ask for a code (S26): it is counted, and the code is worth nothing from then
/// on. Thread-safe.
public final class UnrequestedCode {
    private final Assessment assessment;
    private final InstantSource clock;

    public UnrequestedCode(Assessment assessment, InstantSource clock) {
        this.assessment = assessment;
        this.clock = clock;
    }

    /// What came of it.
    ///
    /// @param decision what the rules say of the report
    public record Reported(Decision decision) {}

    /// Counts the report and makes the code worthless.
    ///
    /// @param source of the person who reports; not of whoever asked for the code
    public <R> R report(Verification verification, Source source, Dispatch.Wrap<Reported, R> wrap) {
        Report report =
                new Report(
                        ReportedEvent.UNREQUESTED_CODE,
                        clock.instant(),
                        Severity.MINOR,
                        "",
                        verification.id());
        Interaction interaction =
                new Interaction(
                        InteractionKind.REPORT,
                        verification.account(),
                        new Method.Named(verification.channel(), verification.address()),
                        source,
                        "",
                        null,
                        Signals.NONE,
                        report);
        return assessment.assess(
                interaction,
                new Reporting(verification.account(), verification.id()),
                wrap::around);
    }

    /// Marks the verification, also one that was used already.
    record Reporting(String account, String id) implements Consequence<Reported> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(Verification.SHELF.key(account));
        }

        @Override
        public Reported apply(Assessed assessed, Aftermath aftermath) {
            Key<String, Verifications> place = Verification.SHELF.key(account);
            Verifications all = aftermath.pages().get(place).orElse(Verifications.NONE);
            all.find(id)
                    .map(found -> found.in(VerificationState.REPORTED))
                    .ifPresent(found -> aftermath.pages().put(place, all.with(found)));
            return new Reported(assessed.decision());
        }
    }
}
