package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.decision.ActivityEvent;
import io.verigate.ledger.TransactionView;
import java.time.Instant;

/// What a consequence may do besides writing records: count what became of the decision, and let the account's usage
/// pattern learn from a success.
public interface DecisionEffects {
    /// The records of the transaction.
    TransactionView view();

    /// Counts an event for every subject of the interaction.
    void count(ActivityEvent event);

    /// The account after it succeeded from this client.
    Account learned(Account account);

    /// When the rules would let the same request through again, as far as they see now. Costs at least one evaluation.
    ///
    /// @return the time of the decision when the request asks for no code or was not accepted
    Instant nextRequestAt();
}
