package io.verigate.app;

import io.micronaut.context.annotation.Factory;
import io.verigate.crypto.Fingerprints;
import io.verigate.database.DatabaseAddress;
import io.verigate.retention.Erasure;
import io.verigate.retention.Retention;
import io.verigate.retention.RetentionConfiguration;
import io.verigate.retention.RetentionPeriods;
import io.verigate.retention.mariadb.MariaDbErasure;
import io.verigate.retention.mariadb.MariaDbPurge;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/// What is kept for how long.
@Factory
final class RetentionFactory {
    /// Between two turns, which take a few milliseconds: most of the time belongs to those who decide.
    private static final Duration BREATH = Duration.ofMillis(25);

    @Singleton
    RetentionPeriods periods(
            RetentionConfiguration.Journal journal,
            RetentionConfiguration.Verifications verifications) {
        return new RetentionPeriods(journal.keep(), verifications.keep());
    }

    @Singleton
    Erasure erasure(DatabaseAddress address, Fingerprints fingerprints, InstantSource clock) {
        return new MariaDbErasure(
                () -> address.connect(Duration.ofSeconds(30)), fingerprints, clock);
    }

    @Singleton
    Retention retention(
            DatabaseAddress address, RetentionPeriods periods, InstantSource clock, Meters meters) {
        return new Retention(
                () -> MariaDbPurge.open(() -> address.connect(Duration.ofSeconds(30))),
                periods,
                clock,
                (kept, deleted) -> {
                    meters.purged(kept, deleted);
                    if (deleted > 0) {
                        LockSupport.parkNanos(BREATH.toNanos());
                    }
                });
    }
}
