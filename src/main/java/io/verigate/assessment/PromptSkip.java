package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.ledger.Step;
import java.util.function.Function;

/// Puts off the request to verify security info (S23) when the rules let that happen. Thread-safe.
public final class PromptSkip {
    private final Assessment assessment;

    public PromptSkip(Assessment assessment) {
        this.assessment = assessment;
    }

    /// Puts it off, or says why not.
    ///
    /// @param interaction of the kind `SKIP_PROMPT`
    /// @param wrap what makes of the step the one to run
    public <R> R skip(Interaction interaction, Function<Step<Decision>, Step<R>> wrap) {
        return assessment.assess(interaction, PromptSkip::putOff, wrap);
    }

    private static Decision putOff(Assessed assessed, Aftermath aftermath) {
        Decision decision = assessed.decision();
        if (decision.verdict().accepts()) {
            Account account = assessed.account();
            Account after = account.with(account.prompt().skipped(assessed.at()));
            aftermath.pages().put(Account.SHELF.key(after.id()), after);
        }
        return decision;
    }
}
