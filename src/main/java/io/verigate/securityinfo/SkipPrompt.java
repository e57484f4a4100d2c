package io.verigate.securityinfo;

import io.verigate.account.Account;
import io.verigate.assessment.AssessmentResult;
import io.verigate.assessment.DecisionEffects;
import io.verigate.assessment.DecisionService;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.ledger.LedgerTransaction;
import jakarta.inject.Singleton;

/// Puts off the request to verify security info (S23) when the rules let that happen. Thread-safe.
@Singleton
public final class SkipPrompt {
    private final DecisionService decisions;

    public SkipPrompt(DecisionService decisions) {
        this.decisions = decisions;
    }

    /// Puts it off, or says why not.
    ///
    /// @param interaction of the kind `SKIP_PROMPT`
    public LedgerTransaction<Decision> skip(Interaction interaction) {
        return decisions.decide(interaction, SkipPrompt::putOff);
    }

    private static Decision putOff(AssessmentResult assessed, DecisionEffects effects) {
        Decision decision = assessed.decision();
        if (decision.verdict().accepts()) {
            Account account = assessed.account();
            Account after = account.with(account.prompt().skipped(assessed.at()));
            effects.view().put(Account.RECORDS.key(after.id()), after);
        }
        return decision;
    }
}
