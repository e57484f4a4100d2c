package io.verigate.retention;

import io.verigate.account.Account;
import io.verigate.account.Accounts;
import io.verigate.account.ClearRequest;
import io.verigate.activity.Block;
import io.verigate.activity.BlockRepository;
import io.verigate.journal.DecisionLog;
import io.verigate.journal.JournalEntry;
import io.verigate.journal.JournalFilter;
import io.verigate.journal.JournalQuery;
import io.verigate.verification.Verification;
import io.verigate.verification.VerificationHistory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers what is held of one account. Thread-safe.
@Singleton
public final class PersonalData {
    /// Most of each kind that are found.
    public static final int MAX = 500;

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

    /// What is held, newest first. Its `toString` shows nothing of it.
    ///
    /// @param account as it is now; null when it is unknown
    /// @param decisions one more than `MAX` when there are more
    /// @param at when it was gathered
    public record Held(
            @Nullable Account account,
            List<ClearRequest> clearings,
            List<Verification> verifications,
            List<Block> blocks,
            List<JournalEntry> decisions,
            Instant at) {
        @Override
        public String toString() {
            return "personal data of an account";
        }
    }

    /// All of it; empty lists when nothing is held.
    public Held of(String account) {
        Instant now = clock.instant();
        JournalFilter own = new JournalFilter(account, null, null, null, null);
        return new Held(
                accounts.find(account).map(known -> known.at(now)).orElse(null),
                accounts.clearings(account, MAX),
                verifications.of(account, MAX),
                blocks.search(account, null, null, null, MAX),
                journal.search(new JournalQuery(own, null, null, null, MAX + 1)),
                now);
    }
}
