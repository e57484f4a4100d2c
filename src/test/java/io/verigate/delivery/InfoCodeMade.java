package io.verigate.delivery;

import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import io.verigate.verification.AccountVerifications;
import io.verigate.verification.Verification;
import java.util.Set;

/// Stores the hash of a code that was sent for a verification.
record InfoCodeMade(String account, Verification verification, byte[] hash)
        implements LedgerTransaction<Boolean> {
    @Override
    public Set<Key<?, ?>> reads() {
        return Set.of(Verification.RECORDS.key(account));
    }

    @Override
    public Boolean run(TransactionView view) {
        Key<String, AccountVerifications> place = Verification.RECORDS.key(account);
        view.put(place, view.get(place).orElseThrow().with(verification.withHash(hash)));
        return true;
    }
}
