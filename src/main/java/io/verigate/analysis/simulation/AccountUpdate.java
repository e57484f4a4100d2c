package io.verigate.analysis.simulation;

import io.verigate.account.Account;
import io.verigate.activity.CounterRow;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Changes an account, or makes it.
///
/// @param lock under which accounts are changed
/// @param change makes of the account the next one
record AccountUpdate(
        String account, Key<Long, CounterRow> lock, Function<Optional<Account>, Account> change)
        implements LedgerTransaction<Boolean> {
    @Override
    public Set<Key<?, ?>> reads() {
        return Set.of(lock, Account.RECORDS.key(account));
    }

    @Override
    public Boolean run(TransactionView view) {
        Key<String, Account> place = Account.RECORDS.key(account);
        view.put(place, change.apply(view.get(place)));
        return true;
    }
}
