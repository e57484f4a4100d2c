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

/// Creates and updates accounts. Thread-safe.
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

    /// The new values; an empty one leaves the old value.
    public record AccountUpdate(
            Optional<AccountKind> kind, Optional<String> language, Optional<Standing> standing) {}

    /// Creates or updates an account and returns it.
    ///
    /// @throws io.verigate.ledger.LedgerUnavailable when it could not be recorded; nothing was changed
    public Account put(String id, AccountUpdate update) {
        SubjectKey subject = SubjectKey.of(SubjectKind.ACCOUNT, id, fingerprints);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return ledger.run(
                new UpdateTransaction(id, update, now, ActivityRecords.counterRow(subject)));
    }

    private record UpdateTransaction(
            String id, AccountUpdate update, Instant now, Key<Long, CounterRow> lock)
            implements LedgerTransaction<Account> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(lock, Account.RECORDS.key(id));
        }

        @Override
        public Account run(TransactionView view) {
            Account before =
                    view.get(Account.RECORDS.key(id))
                            .map(known -> known.at(now))
                            .orElseGet(() -> Account.unknown(id, now));
            Account after =
                    before.with(
                                    update.kind().orElse(before.kind()),
                                    update.language().orElse(before.language()))
                            .with(update.standing().orElse(before.standing()), now);
            view.put(Account.RECORDS.key(id), after);
            // Written even when nothing was counted, because only an existing row can be locked.
            view.put(lock, view.get(lock).orElse(CounterRow.NONE));
            return after;
        }
    }
}
