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
import io.verigate.decision.Source;
import io.verigate.delivery.outbox.OutboxNotifier;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.verification.Verification;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/// Clears the security info of an account, for example when its device was stolen: one person of the help desk requests
/// it, another one approves it, and all former contacts are notified (S29). Thread-safe.
@Singleton
public final class ClearSecurityInfo {
    private final DecisionService decisions;
    private final OutboxNotifier outbox;

    /// @param outbox is woken after notices are queued
    public ClearSecurityInfo(DecisionService decisions, OutboxNotifier outbox) {
        this.decisions = decisions;
        this.outbox = outbox;
    }

    /// The result of a request or an approval.
    public sealed interface ClearResult {
        /// The decision.
        Decision decision();

        /// The request waits for the approval of another person.
        record Requested(ClearRequest request, Decision decision) implements ClearResult {}

        /// The security info was cleared.
        record Cleared(ClearRequest request, Decision decision) implements ClearResult {}

        /// The decision refused; nothing was changed.
        record Refused(Decision decision) implements ClearResult {}

        /// Nothing was changed, because there is no such request.
        record NotFound(Decision decision) implements ClearResult {}

        /// Nothing was changed, because it was already approved.
        record AlreadyApproved(Decision decision) implements ClearResult {}

        /// Nothing was changed, because this is the person who requested it.
        record SamePerson(Decision decision) implements ClearResult {}
    }

    /// Requests it.
    ///
    /// @param reason for the record
    public LedgerTransaction<ClearResult> request(String account, Person person, String reason) {
        return decisions.decide(
                interaction(account),
                (result, effects) -> recordRequest(result, effects, person, reason));
    }

    /// Approves a request and clears the security info.
    ///
    /// @param id of the request
    public LedgerTransaction<ClearResult> approve(String account, String id, Person person) {
        return decisions.decide(
                interaction(account), new ApproveRequest(account, id, person, outbox));
    }

    private static ClearResult recordRequest(
            AssessmentResult result, DecisionEffects effects, Person person, String reason) {
        Decision decision = result.decision();
        if (!decision.verdict().accepts()) {
            return new ClearResult.Refused(decision);
        }
        ClearRequest request =
                new ClearRequest(
                        Ids.next("cl-", result.at()),
                        result.account().id(),
                        reason,
                        person,
                        result.at(),
                        null,
                        null);
        effects.view().put(ClearRequest.RECORDS.key(request.id()), request);
        return new ClearResult.Requested(request, decision);
    }

    /// Without a client, because that of the help desk is not the client of the person.
    private static Interaction interaction(String account) {
        return Interaction.of(
                InteractionKind.CLEAR_SECURITY_INFO, account, Method.NONE, Source.UNKNOWN);
    }

    record ApproveRequest(String account, String id, Person person, OutboxNotifier outbox)
            implements DecisionConsequence<ClearResult> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(ClearRequest.RECORDS.key(id), Verification.RECORDS.key(account));
        }

        @Override
        public ClearResult apply(AssessmentResult result, DecisionEffects effects) {
            Decision decision = result.decision();
            Optional<ClearRequest> found =
                    effects.view()
                            .get(ClearRequest.RECORDS.key(id))
                            .filter(request -> request.account().equals(account));
            if (found.isEmpty()) {
                return new ClearResult.NotFound(decision);
            }
            ClearRequest request = found.get();
            if (request.approved() != null) {
                return new ClearResult.AlreadyApproved(decision);
            }
            if (!person.isOther(request.asked())) {
                return new ClearResult.SamePerson(decision);
            }
            return decision.verdict().accepts()
                    ? clear(request.approved(person, result.at()), result, effects)
                    : new ClearResult.Refused(decision);
        }

        @Override
        public void committed(ClearResult result) {
            if (result instanceof ClearResult.Cleared) {
                outbox.wake();
            }
        }

        private static ClearResult clear(
                ClearRequest request, AssessmentResult result, DecisionEffects effects) {
            Account before = result.account();
            Account after = before.cleared(result.at());
            effects.view().put(Account.RECORDS.key(after.id()), after);
            effects.view().put(ClearRequest.RECORDS.key(request.id()), request);
            ChangeNotices.queue(before.confirmed(), result, effects);
            return new ClearResult.Cleared(request, result.decision());
        }
    }
}
