package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.decision.ActivityEvent;
import io.verigate.ledger.TransactionView;
import java.time.Instant;

/// What a consequence may do besides writing records: count events, and let the usage pattern of the account learn from
/// a success.
public interface DecisionEffects {
    /// The records of the transaction.
    TransactionView view();

    /// Counts an event for every subject of the interaction.
    void count(ActivityEvent event);

    /// The account after it succeeded from this client.
    Account learned(Account account);

    /// When the rules would accept the same request again, if nothing else happens. Costs at least one evaluation.
    ///
    /// @return the time of the decision when the request requires no code or was not accepted
    Instant nextRequestAt();
}
