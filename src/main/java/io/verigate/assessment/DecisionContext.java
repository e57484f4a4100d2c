package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.decision.Interaction;
import io.verigate.ledger.TransactionView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The input of one decision, once its records are locked and read.
///
/// @param selection which rule set decides, and which one is compared
/// @param account as it is now; empty when unknown
/// @param method that is requested
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
