package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.decision.Interaction;
import io.verigate.ledger.TransactionView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything that one decision is made from, once its records are locked and read.
///
/// @param selection which rule set decides, and which is compared with it
/// @param account as it is now; empty when nothing is known of it
/// @param method that is asked for
/// @param others the other confirmed methods of the account
/// @param view of the transaction
/// @param now to the microsecond
record DecisionContext(
        RuleSetSelection selection,
        Interaction interaction,
        Optional<Account> account,
        ResolvedMethod method,
        List<ResolvedMethod> others,
        TransactionView view,
        Instant now) {}
