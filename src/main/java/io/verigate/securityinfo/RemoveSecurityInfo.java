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

/// Removes security info from an account in two steps, a request and its confirmation (S17). Thread-safe.
@Singleton
public final class RemoveSecurityInfo {
    private final DecisionService decisions;
    private final OutboxNotifier outbox;

    /// @param outbox is woken after notices are queued
    public RemoveSecurityInfo(DecisionService decisions, OutboxNotifier outbox) {
        this.decisions = decisions;
        this.outbox = outbox;
    }

    /// The result of either step.
    public sealed interface RemovalResult {
        /// The decision.
        Decision decision();

        /// The info after the step.
        record Changed(SecurityInfo info, Decision decision) implements RemovalResult {}

        /// The decision refused; nothing was changed.
        record Refused(Decision decision) implements RemovalResult {}
    }

    /// Requests the removal of security info. Pending info is removed at once. The transaction fails with
    /// `ImpossibleChange` when the removal was already requested.
    ///
    /// @param interaction of the kind `REMOVE_SECURITY_INFO`, with the enrolled method
    public LedgerTransaction<RemovalResult> request(Interaction interaction) {
        return decisions.decide(
                interaction, new RemoveInfo(interaction, InfoChange.REQUEST_REMOVAL, outbox));
    }

    /// Confirms a removal and notifies the remaining contacts. The transaction fails with `ImpossibleChange` when it
    /// was not requested.
    ///
    /// @param interaction of the kind `REMOVE_SECURITY_INFO`, with the enrolled method
    public LedgerTransaction<RemovalResult> confirm(Interaction interaction) {
        return decisions.decide(
                interaction, new RemoveInfo(interaction, InfoChange.CONFIRM_REMOVAL, outbox));
    }

    record RemoveInfo(Interaction interaction, InfoChange change, OutboxNotifier outbox)
            implements DecisionConsequence<RemovalResult> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(Verification.RECORDS.key(interaction.account()));
        }

        @Override
        public RemovalResult apply(AssessmentResult result, DecisionEffects effects) {
            if (!result.decision().verdict().accepts()) {
                return new RemovalResult.Refused(result.decision());
            }
            Account before = result.account();
            SecurityInfo info =
                    before.info(result.securityInfo()).orElseThrow().after(change, result.at());
            Account after = before.with(info);
            effects.view().put(Account.RECORDS.key(after.id()), after);
            if (change == InfoChange.CONFIRM_REMOVAL) {
                ChangeNotices.queue(after.confirmed(), result, effects);
            }
            return new RemovalResult.Changed(info, result.decision());
        }

        @Override
        public void committed(RemovalResult result) {
            if (result instanceof RemovalResult.Changed && change == InfoChange.CONFIRM_REMOVAL) {
                outbox.wake();
            }
        }
    }
}
