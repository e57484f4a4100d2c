package io.verigate.http;

import io.verigate.account.Accounts;
import io.verigate.activity.BlockBook;
import io.verigate.delivery.VerificationTrail;
import io.verigate.http.wire.BlockAnswer;
import io.verigate.http.wire.PersonalDataAnswer;
import io.verigate.journal.Journal;
import io.verigate.journal.JournalFilter;
import io.verigate.journal.JournalQuery;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/// Gathers what is held of one account. Thread-safe.
@Singleton
final class PersonalData {
    private static final int MOST = 500;

    private final Accounts accounts;
    private final VerificationTrail verifications;
    private final BlockBook blocks;
    private final Journal journal;
    private final InstantSource clock;

    PersonalData(
            Accounts accounts,
            VerificationTrail verifications,
            BlockBook blocks,
            Journal journal,
            InstantSource clock) {
        this.accounts = accounts;
        this.verifications = verifications;
        this.blocks = blocks;
        this.journal = journal;
        this.clock = clock;
    }

    /// All of it; empty lists when nothing is held.
    PersonalDataAnswer of(String account) {
        Instant now = clock.instant();
        JournalFilter own = new JournalFilter(account, null, null, null, null);
        return PersonalDataAnswer.of(
                accounts.find(account).map(known -> known.at(now)).orElse(null),
                accounts.clearings(account, MOST),
                verifications.of(account, MOST),
                blocks.search(account, null, null, null, MOST).stream()
                        .map(block -> BlockAnswer.of(block, now))
                        .toList(),
                journal.search(new JournalQuery(own, null, null, null, MOST + 1)),
                new PersonalDataAnswer.At(now, MOST));
    }
}
