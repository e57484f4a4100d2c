package io.verigate.api.accounts;

import io.verigate.account.Accounts;
import io.verigate.activity.BlockRepository;
import io.verigate.api.blocks.BlockResponse;
import io.verigate.journal.DecisionLog;
import io.verigate.journal.JournalFilter;
import io.verigate.journal.JournalQuery;
import io.verigate.verification.VerificationHistory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/// Gathers what is held of one account. Thread-safe.
@Singleton
final class PersonalData {
    private static final int MAX = 500;

    private final Accounts accounts;
    private final VerificationHistory verifications;
    private final BlockRepository blocks;
    private final DecisionLog journal;
    private final InstantSource clock;

    PersonalData(
            Accounts accounts,
            VerificationHistory verifications,
            BlockRepository blocks,
            DecisionLog journal,
            InstantSource clock) {
        this.accounts = accounts;
        this.verifications = verifications;
        this.blocks = blocks;
        this.journal = journal;
        this.clock = clock;
    }

    /// All of it; empty lists when nothing is held.
    PersonalDataResponse of(String account) {
        Instant now = clock.instant();
        JournalFilter own = new JournalFilter(account, null, null, null, null);
        return PersonalDataResponse.of(
                accounts.find(account).map(known -> known.at(now)).orElse(null),
                accounts.clearings(account, MAX),
                verifications.of(account, MAX),
                blocks.search(account, null, null, null, MAX).stream()
                        .map(block -> BlockResponse.of(block, now))
                        .toList(),
                journal.search(new JournalQuery(own, null, null, null, MAX + 1)),
                new PersonalDataResponse.At(now, MAX));
    }
}
