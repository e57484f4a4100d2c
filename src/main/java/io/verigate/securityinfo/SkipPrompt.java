package io.verigate.securityinfo;

import io.verigate.account.Account;
import io.verigate.assessment.AssessmentResult;
import io.verigate.assessment.DecisionEffects;
import io.verigate.assessment.DecisionService;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.ledger.LedgerTransaction;
import jakarta.inject.Singleton;

/// Skips the prompt to verify security info (S23) if the rules allow it. Thread-safe.
@Singleton
public final class SkipPrompt {
    private final DecisionService decisions;

    public SkipPrompt(DecisionService decisions) {
        this.decisions = decisions;
    }

    /// Skips the prompt if the decision accepts.
    ///
    /// @param interaction of the kind `SKIP_PROMPT`
    public LedgerTransaction<Decision> skip(Interaction interaction) {
        return decisions.decide(interaction, SkipPrompt::skipped);
    }

    private static Decision skipped(AssessmentResult result, DecisionEffects effects) {
        Decision decision = result.decision();
        if (decision.verdict().accepts()) {
            Account account = result.account();
            Account after = account.with(account.prompt().skipped(result.at()));
            effects.view().put(Account.RECORDS.key(after.id()), after);
        }
        return decision;
    }
}
