package io.verigate.regression;

import io.verigate.delivery.Verification;
import io.verigate.delivery.Verifications;
import io.verigate.ledger.Pages;
import io.verigate.ledger.Shelf.Key;
import io.verigate.ledger.Step;
import java.util.Set;

/// A code was made for a verification.
record CodeMade(Verification verification, byte[] hash) implements Step<Boolean> {
    @Override
    public Set<Key<?, ?>> reads() {
        return Set.of(place());
    }

    @Override
    public Boolean run(Pages pages) {
        Verifications all = pages.get(place()).orElse(Verifications.NONE);
        pages.put(place(), all.with(verification.withHash(hash)));
        return true;
    }

    private Key<String, Verifications> place() {
        return Verification.SHELF.key(verification.account());
    }
}
