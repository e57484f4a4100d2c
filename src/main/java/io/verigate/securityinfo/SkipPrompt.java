package io.verigate.securityinfo;

import io.verigate.account.Account;
import io.verigate.assessment.AssessmentResult;
import io.verigate.assessment.DecisionEffects;
import io.verigate.assessment.DecisionService;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.ledger.LedgerTransaction;
import java.util.function.Function;

/// Puts off the request to verify security info (S23) when the rules let that happen. Thread-safe.
public final class SkipPrompt {
    private final DecisionService assessment;

    public SkipPrompt(DecisionService assessment) {
        this.assessment = assessment;
    }

    /// Puts it off, or says why not.
    ///
    /// @param interaction of the kind `SKIP_PROMPT`
    /// @param wrap what makes of the step the one to run
    public <R> R skip(
            Interaction interaction,
            Function<LedgerTransaction<Decision>, LedgerTransaction<R>> wrap) {
        return assessment.assess(interaction, SkipPrompt::putOff, wrap);
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
