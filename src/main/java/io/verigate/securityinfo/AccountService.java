package io.verigate.securityinfo;

import io.verigate.account.Account;
import io.verigate.activity.ActivityRecords;
import io.verigate.activity.CounterRow;
import io.verigate.activity.SubjectKey;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.AccountKind;
import io.verigate.decision.Standing;
import io.verigate.decision.SubjectKind;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/// Writes what callers tell of accounts. Thread-safe.
@Singleton
public final class AccountService {
    private final Ledger ledger;
    private final Fingerprints fingerprints;
    private final InstantSource clock;

    public AccountService(Ledger ledger, Fingerprints fingerprints, InstantSource clock) {
        this.ledger = ledger;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    /// What is told; what is empty stays as it is.
    public record Told(
            Optional<AccountKind> kind, Optional<String> language, Optional<Standing> standing) {}

    /// Writes it and returns the account as it is then.
    ///
    /// @throws io.verigate.ledger.LedgerUnavailable when it could not be recorded; nothing was changed then
    public Account put(String id, Told told) {
        return ledger.run(new Putting(id, told, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private final class Putting implements LedgerTransaction<Account> {
        private final String id;
        private final Told told;
        private final Instant now;

        Putting(String id, Told told, Instant now) {
            this.id = id;
            this.told = told;
            this.now = now;
        }

        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(lock(), Account.RECORDS.key(id));
        }

        private Key<Long, CounterRow> lock() {
            return ActivityRecords.counterRow(SubjectKey.of(SubjectKind.ACCOUNT, id, fingerprints));
        }

        @Override
        public Account run(TransactionView view) {
            Key<String, Account> place = Account.RECORDS.key(id);
            Account before =
                    view.get(place)
                            .map(known -> known.at(now))
                            .orElseGet(() -> Account.unknown(id, now));
            Account after =
                    before.with(
                                    told.kind().orElse(before.kind()),
                                    told.language().orElse(before.language()))
                            .with(told.standing().orElse(before.standing()), now);
            view.put(place, after);
            // Written also when nothing is counted, because only what is there can be locked.
            view.put(lock(), view.get(lock()).orElse(CounterRow.NONE));
            return after;
        }
    }
}
