package io.verigate.securityinfo;

import io.verigate.account.Account;
import io.verigate.account.ClearRequest;
import io.verigate.account.ClearRequest.Person;
import io.verigate.assessment.AssessmentResult;
import io.verigate.assessment.DecisionConsequence;
import io.verigate.assessment.DecisionEffects;
import io.verigate.assessment.DecisionService;
import io.verigate.decision.Decision;
import io.verigate.decision.Ids;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import io.verigate.delivery.outbox.OutboxNotifier;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.verification.Verification;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/// Clears the security info of an account when its device is lost or stolen: one person of the help desk asks, another
/// one approves, and every contact that there was hears of it (S29). Thread-safe.
@Singleton
public final class ClearSecurityInfo {
    private final DecisionService decisions;
    private final OutboxNotifier outbox;

    /// @param outbox woken after notices are queued
    public ClearSecurityInfo(DecisionService decisions, OutboxNotifier outbox) {
        this.decisions = decisions;
        this.outbox = outbox;
    }

    /// The outcome.
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
    public LedgerTransaction<Outcome> request(String account, Person person, String reason) {
        return decisions.decide(
                interaction(account),
                (assessed, effects) -> requested(assessed, effects, person, reason));
    }

    /// Approves it, and does it.
    ///
    /// @param id of what was asked for
    public LedgerTransaction<Outcome> approve(String account, String id, Person person) {
        return decisions.decide(interaction(account), new Approving(account, id, person, outbox));
    }

    private static Outcome requested(
            AssessmentResult assessed, DecisionEffects effects, Person person, String reason) {
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
        effects.view().put(ClearRequest.RECORDS.key(request.id()), request);
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

    record Approving(String account, String id, Person person, OutboxNotifier outbox)
            implements DecisionConsequence<Outcome> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(ClearRequest.RECORDS.key(id), Verification.RECORDS.key(account));
        }

        @Override
        public Outcome apply(AssessmentResult assessed, DecisionEffects effects) {
            Decision decision = assessed.decision();
            Optional<ClearRequest> found =
                    effects.view()
                            .get(ClearRequest.RECORDS.key(id))
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
                    ? clear(request.approved(person, assessed.at()), assessed, effects)
                    : new Outcome.Refused(decision);
        }

        @Override
        public void committed(Outcome result) {
            if (result instanceof Outcome.Cleared) {
                outbox.wake();
            }
        }

        private static Outcome clear(
                ClearRequest request, AssessmentResult assessed, DecisionEffects effects) {
            Account before = assessed.account();
            Account after = before.cleared(assessed.at());
            effects.view().put(Account.RECORDS.key(after.id()), after);
            effects.view().put(ClearRequest.RECORDS.key(request.id()), request);
            ChangeNotices.queue(before.confirmed(), assessed, effects);
            return new Outcome.Cleared(request, assessed.decision());
        }
    }
}
