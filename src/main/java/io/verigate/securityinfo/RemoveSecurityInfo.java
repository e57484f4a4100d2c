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
import io.verigate.ledger.RecordType.Key;
import io.verigate.verification.SendCode;
import io.verigate.verification.Verification;
import java.util.Set;

/// Takes security info from an account in two steps: selecting it, and confirming that (S17). Thread-safe.
public final class RemoveSecurityInfo {
    private final DecisionService assessment;

    public RemoveSecurityInfo(DecisionService assessment) {
        this.assessment = assessment;
    }

    /// What came of it.
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
    /// @throws io.verigate.account.ImpossibleChange when that was done before
    public <R> R request(Interaction interaction, SendCode.Wrap<Outcome, R> wrap) {
        return assessment.assess(
                interaction, new Removing(interaction, InfoChange.REQUEST_REMOVAL), wrap::around);
    }

    /// Confirms a removal; the contacts that are left hear of it.
    ///
    /// @param interaction of the kind `REMOVE_SECURITY_INFO`, with the enrolled method
    /// @throws io.verigate.account.ImpossibleChange when it was not asked for
    public <R> R confirm(Interaction interaction, SendCode.Wrap<Outcome, R> wrap) {
        return assessment.assess(
                interaction, new Removing(interaction, InfoChange.CONFIRM_REMOVAL), wrap::around);
    }

    record Removing(Interaction interaction, InfoChange step)
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
    }
}
