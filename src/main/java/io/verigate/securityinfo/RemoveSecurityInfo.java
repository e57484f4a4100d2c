package io.verigate.securityinfo;

import io.verigate.account.Account;
import io.verigate.account.InfoChange;
import io.verigate.account.SecurityInfo;
import io.verigate.assessment.AssessmentResult;
import io.verigate.assessment.DecisionConsequence;
import io.verigate.assessment.DecisionEffects;
import io.verigate.assessment.DecisionService;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.delivery.outbox.OutboxNotifier;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.verification.Verification;
import jakarta.inject.Singleton;
import java.util.Set;

/// Takes security info from an account in two steps: selecting it, and confirming that (S17). Thread-safe.
@Singleton
public final class RemoveSecurityInfo {
    private final DecisionService decisions;
    private final OutboxNotifier outbox;

    /// @param outbox woken after notices are queued
    public RemoveSecurityInfo(DecisionService decisions, OutboxNotifier outbox) {
        this.decisions = decisions;
        this.outbox = outbox;
    }

    /// The outcome.
    public sealed interface Outcome {
        /// The decision.
        Decision decision();

        /// The info as it is now.
        record Done(SecurityInfo info, Decision decision) implements Outcome {}

        /// The decision refuses; nothing was changed.
        record Refused(Decision decision) implements Outcome {}
    }

    /// Selects security info for removal. What was never proven is gone at once.
    ///
    /// @param interaction of the kind `REMOVE_SECURITY_INFO`, with the enrolled method
    /// The transaction fails with `ImpossibleChange` when that was done before.
    public LedgerTransaction<Outcome> request(Interaction interaction) {
        return decisions.decide(
                interaction, new Removing(interaction, InfoChange.REQUEST_REMOVAL, outbox));
    }

    /// Confirms a removal; the contacts that are left hear of it.
    ///
    /// @param interaction of the kind `REMOVE_SECURITY_INFO`, with the enrolled method
    /// The transaction fails with `ImpossibleChange` when it was not requested.
    public LedgerTransaction<Outcome> confirm(Interaction interaction) {
        return decisions.decide(
                interaction, new Removing(interaction, InfoChange.CONFIRM_REMOVAL, outbox));
    }

    record Removing(Interaction interaction, InfoChange step, OutboxNotifier outbox)
            implements DecisionConsequence<Outcome> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(Verification.RECORDS.key(interaction.account()));
        }

        @Override
        public Outcome apply(AssessmentResult assessed, DecisionEffects effects) {
            if (!assessed.decision().verdict().accepts()) {
                return new Outcome.Refused(assessed.decision());
            }
            Account before = assessed.account();
            SecurityInfo info =
                    before.info(assessed.securityInfo()).orElseThrow().after(step, assessed.at());
            Account after = before.with(info);
            effects.view().put(Account.RECORDS.key(after.id()), after);
            if (step == InfoChange.CONFIRM_REMOVAL) {
                ChangeNotices.queue(after.confirmed(), assessed, effects);
            }
            return new Outcome.Done(info, assessed.decision());
        }

        @Override
        public void committed(Outcome result) {
            if (result instanceof Outcome.Done && step == InfoChange.CONFIRM_REMOVAL) {
                outbox.wake();
            }
        }
    }
}
