package io.verigate.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.verigate.access.ApiKeys;
import io.verigate.access.mariadb.MariaDbApiKeys;
import io.verigate.account.Account;
import io.verigate.account.Accounts;
import io.verigate.account.ClearRequest;
import io.verigate.account.mariadb.AccountRows;
import io.verigate.account.mariadb.ClearRequestRows;
import io.verigate.account.mariadb.MariaDbAccounts;
import io.verigate.activity.Activity;
import io.verigate.activity.BlockBook;
import io.verigate.activity.mariadb.BlockRows;
import io.verigate.activity.mariadb.MariaDbBlockBook;
import io.verigate.activity.mariadb.TallyRows;
import io.verigate.database.DatabaseAddress;
import io.verigate.database.DatabaseConfiguration;
import io.verigate.delivery.Outbox;
import io.verigate.delivery.OutboxMessage;
import io.verigate.delivery.Verification;
import io.verigate.delivery.mariadb.MariaDbOutbox;
import io.verigate.delivery.mariadb.MariaDbVerificationBook;
import io.verigate.delivery.mariadb.OutboxRows;
import io.verigate.delivery.mariadb.VerificationRows;
import io.verigate.journal.Journal;
import io.verigate.journal.JournalEntry;
import io.verigate.journal.mariadb.JournalRows;
import io.verigate.journal.mariadb.MariaDbJournal;
import io.verigate.ledger.Answer;
import io.verigate.ledger.Shelf;
import io.verigate.ledger.mariadb.AnswerRows;
import io.verigate.ledger.mariadb.GroupCommit;
import io.verigate.ledger.mariadb.Rows;
import io.verigate.protection.Fingerprints;
import io.verigate.protection.Keys;
import io.verigate.protection.Sealer;
import io.verigate.rules.Remembered;
import io.verigate.ruleset.Difference;
import io.verigate.ruleset.Differences;
import io.verigate.ruleset.RuleSets;
import io.verigate.ruleset.mariadb.DifferenceRows;
import io.verigate.ruleset.mariadb.MariaDbDifferences;
import io.verigate.ruleset.mariadb.MariaDbRuleSets;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/// What is kept, and where.
@Factory
final class StoreFactory {
    /// One computes while the database works for the other.
    private static final int WRITERS = 2;

    /// The service's own secrets: beside the embedded database they are made at the first start.
    @Singleton
    Keys keys(DatabaseConfiguration database, Settings.KeyFile configured) {
        if (!configured.file().isBlank()) {
            return Keys.read(Path.of(configured.file()), false);
        }
        if (!database.embedded()) {
            throw new IllegalStateException(
                    "a service on a database of its own needs its keys: make them with `verigate secrets init FILE`"
                            + " and set `verigate.keys.file`");
        }
        return Keys.read(database.embeddedFolder().resolve("keys"), true);
    }

    @Singleton
    Fingerprints fingerprints(Keys keys) {
        return keys.fingerprints();
    }

    @Singleton
    Sealer sealer(Keys keys) {
        return keys.sealer();
    }

    @Singleton
    AccountRows accountRows(Sealer sealer) {
        return new AccountRows(sealer);
    }

    @Singleton
    VerificationRows verificationRows(Sealer sealer, InstantSource clock) {
        return new VerificationRows(sealer, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    GroupCommit ledger(
            DatabaseAddress address,
            AccountRows accounts,
            VerificationRows verifications,
            InstantSource clock,
            Meters meters) {
        Map<Shelf<?, ?>, Rows<?, ?>> shelves = new LinkedHashMap<>();
        shelves.put(Activity.TALLIES, new TallyRows(clock));
        shelves.put(Activity.BLOCKS, new BlockRows(clock));
        shelves.put(Account.SHELF, accounts);
        shelves.put(ClearRequest.SHELF, new ClearRequestRows());
        shelves.put(Verification.SHELF, verifications);
        shelves.put(OutboxMessage.SHELF, new OutboxRows());
        shelves.put(JournalEntry.SHELF, new JournalRows());
        shelves.put(Difference.SHELF, new DifferenceRows());
        shelves.put(Answer.SHELF, new AnswerRows(clock));
        return new GroupCommit(
                () -> address.connect(Duration.ofSeconds(2)),
                shelves,
                Duration.ofSeconds(2),
                WRITERS,
                meters::committed);
    }

    @Singleton
    Accounts accounts(DataSource database, AccountRows rows) {
        return new MariaDbAccounts(database, rows);
    }

    @Singleton
    BlockBook blockBook(DataSource database) {
        return new MariaDbBlockBook(database);
    }

    @Singleton
    Journal journal(DataSource database) {
        return new MariaDbJournal(database);
    }

    @Singleton
    RuleSets ruleSets(DataSource database) {
        return new MariaDbRuleSets(database);
    }

    /// In the folder of the node, where it outlives the process. Code that may change without notice remembers nothing.
    @Singleton
    Remembered remembered(Settings.Folders folders, Sealer sealer) {
        return Build.word()
                .<Remembered>map(build ->
                        new SealedFolder(folders.dataFolder().resolve("rulesets"), sealer, build))
                .orElse(Remembered.NOTHING);
    }

    @Singleton
    Differences differences(DataSource database) {
        return new MariaDbDifferences(database);
    }

    @Singleton
    MariaDbVerificationBook verificationBook(DataSource database, VerificationRows rows) {
        return new MariaDbVerificationBook(database, rows);
    }

    @Singleton
    Outbox outbox(DataSource database) {
        return new MariaDbOutbox(database);
    }

    @Singleton
    ApiKeys apiKeys(DataSource database) {
        return new MariaDbApiKeys(database);
    }
}
