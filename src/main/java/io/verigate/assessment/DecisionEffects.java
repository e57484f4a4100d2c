package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.decision.ActivityEvent;
import io.verigate.ledger.TransactionView;

/// What a consequence may do besides writing pages: count what came of the decision, and let the account's pattern
/// learn from a success.
public interface DecisionEffects {
    /// The records of the step.
    TransactionView view();

    /// Counts an event for everybody whom the interaction counts for.
    void count(ActivityEvent event);

    /// The account after it succeeded from this source.
    Account learned(Account account);
}
