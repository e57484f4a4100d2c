package io.verigate.delivery;

import io.verigate.ledger.Pages;
import io.verigate.ledger.Shelf.Key;
import io.verigate.ledger.Step;
import java.util.Set;

/// A code left for a verification.
record InfoCodeMade(String account, Verification verification, byte[] hash)
        implements Step<Boolean> {
    @Override
    public Set<Key<?, ?>> reads() {
        return Set.of(Verification.SHELF.key(account));
    }

    @Override
    public Boolean run(Pages pages) {
        Key<String, Verifications> place = Verification.SHELF.key(account);
        pages.put(place, pages.get(place).orElseThrow().with(verification.withHash(hash)));
        return true;
    }
}
