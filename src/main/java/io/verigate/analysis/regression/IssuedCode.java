package io.verigate.analysis.regression;

import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import io.verigate.verification.AccountVerifications;
import io.verigate.verification.Verification;
import java.util.Set;

/// A code was made for a verification.
record IssuedCode(Verification verification, byte[] hash) implements LedgerTransaction<Boolean> {
    @Override
    public Set<Key<?, ?>> reads() {
        return Set.of(place());
    }

    @Override
    public Boolean run(TransactionView view) {
        AccountVerifications all = view.get(place()).orElse(AccountVerifications.NONE);
        view.put(place(), all.with(verification.withHash(hash)));
        return true;
    }

    private Key<String, AccountVerifications> place() {
        return Verification.RECORDS.key(verification.account());
    }
}
