package io.verigate.delivery;

import io.verigate.account.Account;
import io.verigate.account.ClearRequest;
import io.verigate.account.ClearRequest.Person;
import io.verigate.assessment.Aftermath;
import io.verigate.assessment.Assessed;
import io.verigate.assessment.Assessment;
import io.verigate.assessment.Consequence;
import io.verigate.decision.Decision;
import io.verigate.decision.Ids;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import io.verigate.ledger.Shelf.Key;
import java.util.Optional;
import java.util.Set;

/// Clears the security info of an account when its device is lost or stolen: one person of the help desk asks, another
/// one approves, and every contact that there was hears of it (S29). Thread-safe.
public final class HelpDeskClear {
    private final Assessment assessment;

    public HelpDeskClear(Assessment assessment) {
        this.assessment = assessment;
    }

    /// What came of it.
    public sealed interface Outcome {
        /// The decision.
        Decision decision();

        /// It waits for another person.
        record Asked(ClearRequest request, Decision decision) implements Outcome {}

        /// The security info is cleared.
        record Cleared(ClearRequest request, Decision decision) implements Outcome {}

        /// The decision refuses; nothing was changed.
        record Refused(Decision decision) implements Outcome {}

        /// Nothing was changed, because nobody asked for this.
        record Unknown(Decision decision) implements Outcome {}

        /// Nothing was changed, because it was approved before.
        record Over(Decision decision) implements Outcome {}

        /// Nothing was changed, because this is the person who asked.
        record SamePerson(Decision decision) implements Outcome {}
    }

    /// Asks for it.
    ///
    /// @param reason for the record
    public <R> R ask(String account, Person person, String reason, Dispatch.Wrap<Outcome, R> wrap) {
        return assessment.assess(
                interaction(account),
                (assessed, aftermath) -> asked(assessed, aftermath, person, reason),
                wrap::around);
    }

    /// Approves it, and does it.
    ///
    /// @param id of what was asked for
    public <R> R approve(String account, String id, Person person, Dispatch.Wrap<Outcome, R> wrap) {
        return assessment.assess(
                interaction(account), new Approving(account, id, person), wrap::around);
    }

    private static Outcome asked(
            Assessed assessed, Aftermath aftermath, Person person, String reason) {
        Decision decision = assessed.decision();
        if (!decision.verdict().accepts()) {
            return new Outcome.Refused(decision);
        }
        ClearRequest request =
                new ClearRequest(
                        Ids.next("cl-", assessed.at()),
                        assessed.account().id(),
                        reason,
                        person,
                        assessed.at(),
                        null,
                        null);
        aftermath.pages().put(ClearRequest.SHELF.key(request.id()), request);
        return new Outcome.Asked(request, decision);
    }

    /// The person at the help desk is elsewhere than the one who is helped, so no source is told.
    private static Interaction interaction(String account) {
        return new Interaction(
                InteractionKind.CLEAR_SECURITY_INFO,
                account,
                Method.NONE,
                Source.UNKNOWN,
                "",
                null,
                Signals.NONE,
                null);
    }

    record Approving(String account, String id, Person person) implements Consequence<Outcome> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(ClearRequest.SHELF.key(id), Verification.SHELF.key(account));
        }

        @Override
        public Outcome apply(Assessed assessed, Aftermath aftermath) {
            Decision decision = assessed.decision();
            Optional<ClearRequest> found =
                    aftermath
                            .pages()
                            .get(ClearRequest.SHELF.key(id))
                            .filter(request -> request.account().equals(account));
            if (found.isEmpty()) {
                return new Outcome.Unknown(decision);
            }
            ClearRequest request = found.get();
            if (request.approved() != null) {
                return new Outcome.Over(decision);
            }
            if (!person.isOther(request.asked())) {
                return new Outcome.SamePerson(decision);
            }
            return decision.verdict().accepts()
                    ? clear(request.approved(person, assessed.at()), assessed, aftermath)
                    : new Outcome.Refused(decision);
        }

        private static Outcome clear(ClearRequest request, Assessed assessed, Aftermath aftermath) {
            Account before = assessed.account();
            Account after = before.cleared(assessed.at());
            aftermath.pages().put(Account.SHELF.key(after.id()), after);
            aftermath.pages().put(ClearRequest.SHELF.key(request.id()), request);
            Notices.queue(before.confirmed(), assessed, aftermath);
            return new Outcome.Cleared(request, assessed.decision());
        }
    }
}
