package io.verigate.verification;

import io.verigate.decision.Address;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Finds codes of the last hour. Thread-safe.
@Singleton
public final class RecentCodes {
    private static final Comparator<Verification> OLDEST_FIRST =
            Comparator.comparing(Verification::createdAt).thenComparing(Verification::id);

    private final Ledger ledger;
    private final InstantSource clock;

    public RecentCodes(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// The newest valid code that confirms new security info; empty when there is none.
    public Optional<Verification> proof(String account, String securityInfo) {
        return newest(
                account,
                one ->
                        one.purpose() == Purpose.SECURITY_INFO
                                && one.securityInfo().equals(securityInfo)
                                && one.stateAt(clock.instant()).isOpen());
    }

    /// The newest code of an account, used or not; empty when there was none.
    ///
    /// @param address to this address only; empty for any
    public Optional<Verification> newest(String account, Optional<Address> address) {
        return newest(
                account,
                one ->
                        one.purpose() != Purpose.NOTICE
                                && (address.isEmpty() || address.get().equals(one.address())));
    }

    private Optional<Verification> newest(String account, Predicate<Verification> wanted) {
        AccountVerifications all =
                ledger.run(
                        new LedgerTransaction<>() {
                            @Override
                            public Set<Key<?, ?>> reads() {
                                return Set.of(Verification.RECORDS.key(account));
                            }

                            @Override
                            public AccountVerifications run(TransactionView view) {
                                return AccountVerifications.read(view, account);
                            }
                        });
        return all.all().stream().filter(wanted).max(OLDEST_FIRST);
    }
}
