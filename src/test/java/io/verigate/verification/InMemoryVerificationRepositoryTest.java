package io.verigate.verification;

import io.verigate.ledger.InMemoryLedger;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import java.util.Set;

/// Verifications while a start is rehearsed.
final class InMemoryVerificationRepositoryTest extends VerificationRepositoryContract {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryVerificationRepository stores =
            new InMemoryVerificationRepository(ledger);

    @Override
    protected VerificationRepository book() {
        return stores;
    }

    @Override
    protected VerificationHistory trail() {
        return stores;
    }

    @Override
    protected void keep(String account, AccountVerifications verifications) {
        Key<String, AccountVerifications> place = Verification.RECORDS.key(account);
        ledger.run(
                new LedgerTransaction<Void>() {
                    @Override
                    public Set<Key<?, ?>> reads() {
                        return Set.of(place);
                    }

                    @Override
                    public Void run(TransactionView view) {
                        view.put(place, verifications);
                        return null;
                    }
                });
    }
}
