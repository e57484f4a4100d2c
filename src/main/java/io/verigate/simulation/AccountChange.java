package io.verigate.simulation;

import io.verigate.account.Account;
import io.verigate.activity.Tallies;
import io.verigate.ledger.Pages;
import io.verigate.ledger.Shelf.Key;
import io.verigate.ledger.Step;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Changes an account, or makes it.
///
/// @param lock under which accounts are changed
/// @param change makes of the account the next one
record AccountChange(
        String account, Key<Long, Tallies> lock, Function<Optional<Account>, Account> change)
        implements Step<Boolean> {
    @Override
    public Set<Key<?, ?>> reads() {
        return Set.of(lock, Account.SHELF.key(account));
    }

    @Override
    public Boolean run(Pages pages) {
        Key<String, Account> place = Account.SHELF.key(account);
        pages.put(place, change.apply(pages.get(place)));
        return true;
    }
}
