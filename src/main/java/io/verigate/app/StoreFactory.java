package io.verigate.app;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.verigate.account.Account;
import io.verigate.account.ClearRequest;
import io.verigate.account.mariadb.AccountMapper;
import io.verigate.account.mariadb.ClearRequestMapper;
import io.verigate.activity.ActivityRecords;
import io.verigate.activity.mariadb.BlockMapper;
import io.verigate.activity.mariadb.CounterMapper;
import io.verigate.api.common.json.Json;
import io.verigate.crypto.Fingerprints;
import io.verigate.crypto.KeyRing;
import io.verigate.crypto.Sealer;
import io.verigate.database.DatabaseAddress;
import io.verigate.database.DatabaseConfiguration;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.delivery.outbox.mariadb.OutboxMapper;
import io.verigate.journal.JournalEntry;
import io.verigate.journal.ShadowDifference;
import io.verigate.journal.mariadb.JournalMapper;
import io.verigate.journal.mariadb.ShadowDifferenceMapper;
import io.verigate.ledger.RecordType;
import io.verigate.ledger.StoredResponse;
import io.verigate.ledger.mariadb.GroupCommit;
import io.verigate.ledger.mariadb.RecordMapper;
import io.verigate.ledger.mariadb.StoredResponseMapper;
import io.verigate.rules.compile.CompilationCache;
import io.verigate.ruleset.BuildChecksum;
import io.verigate.ruleset.EncryptedFileCache;
import io.verigate.verification.Verification;
import io.verigate.verification.mariadb.VerificationMapper;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is kept, and where.
@Factory
final class StoreFactory {
    /// One computes while the database works for the other.
    private static final int WRITERS = 2;

    /// The service's own secrets: beside the embedded database they are made at the first start.
    @Singleton
    KeyRing keys(DatabaseConfiguration database, ServiceConfiguration.KeyFile configured) {
        if (!configured.file().isBlank()) {
            return KeyRing.read(Path.of(configured.file()), false);
        }
        if (!database.embedded()) {
            throw new IllegalStateException(
                    "a service on a database of its own needs its keys: make them with `verigate secrets init FILE`"
                            + " and set `verigate.keys.file`");
        }
        return KeyRing.read(database.embeddedFolder().resolve("keys"), true);
    }

    @Singleton
    Fingerprints fingerprints(KeyRing keys) {
        return keys.fingerprints();
    }

    @Singleton
    Sealer sealer(KeyRing keys) {
        return keys.sealer();
    }

    @Singleton
    @Bean(preDestroy = "close")
    GroupCommit ledger(
            DatabaseAddress address,
            AccountMapper accounts,
            VerificationMapper verifications,
            InstantSource clock,
            Meters meters) {
        Map<RecordType<?, ?>, RecordMapper<?, ?>> recordTypes = new LinkedHashMap<>();
        recordTypes.put(ActivityRecords.COUNTERS, new CounterMapper(clock));
        recordTypes.put(ActivityRecords.BLOCKS, new BlockMapper(clock));
        recordTypes.put(Account.RECORDS, accounts);
        recordTypes.put(ClearRequest.RECORDS, new ClearRequestMapper());
        recordTypes.put(Verification.RECORDS, verifications);
        recordTypes.put(OutboxMessage.RECORDS, new OutboxMapper());
        recordTypes.put(JournalEntry.RECORDS, new JournalMapper());
        recordTypes.put(ShadowDifference.RECORDS, new ShadowDifferenceMapper());
        recordTypes.put(StoredResponse.RECORDS, new StoredResponseMapper(clock, Json::text));
        return new GroupCommit(
                () -> address.connect(Duration.ofSeconds(2)),
                recordTypes,
                Duration.ofSeconds(2),
                WRITERS,
                meters::committed);
    }

    /// In the folder of the node, where it outlives the process. Code that may change without notice remembers nothing.
    @Singleton
    CompilationCache remembered(ServiceConfiguration.Folders folders, Sealer sealer) {
        return BuildChecksum.wireName()
                .<CompilationCache>map(build ->
                        new EncryptedFileCache(
                                folders.dataFolder().resolve("rulesets"), sealer, build))
                .orElse(CompilationCache.NOTHING);
    }
}
