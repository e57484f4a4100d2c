package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.activity.Activity;
import io.verigate.activity.SubjectKey;
import io.verigate.activity.Tallies;
import io.verigate.decision.AccountKind;
import io.verigate.decision.Standing;
import io.verigate.decision.SubjectKind;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.Pages;
import io.verigate.ledger.Shelf.Key;
import io.verigate.ledger.Step;
import io.verigate.protection.Fingerprints;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/// Writes what callers tell of accounts. Thread-safe.
public final class AccountDesk {
    private final Ledger ledger;
    private final Fingerprints fingerprints;
    private final InstantSource clock;

    public AccountDesk(Ledger ledger, Fingerprints fingerprints, InstantSource clock) {
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

    private final class Putting implements Step<Account> {
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
            return Set.of(lock(), Account.SHELF.key(id));
        }

        private Key<Long, Tallies> lock() {
            return Activity.tallies(SubjectKey.of(SubjectKind.ACCOUNT, id, fingerprints));
        }

        @Override
        public Account run(Pages pages) {
            Key<String, Account> place = Account.SHELF.key(id);
            Account before =
                    pages.get(place)
                            .map(known -> known.at(now))
                            .orElseGet(() -> Account.unknown(id, now));
            Account after =
                    before.with(
                                    told.kind().orElse(before.kind()),
                                    told.language().orElse(before.language()))
                            .with(told.standing().orElse(before.standing()), now);
            pages.put(place, after);
            // Written also when nothing is counted, because only what is there can be locked.
            pages.put(lock(), pages.get(lock()).orElse(Tallies.NONE));
            return after;
        }
    }
}
