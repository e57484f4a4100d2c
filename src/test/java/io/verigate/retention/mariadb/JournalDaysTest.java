package io.verigate.retention.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.database.DatabaseAddress;
import io.verigate.database.TestDatabase;
import io.verigate.decision.Ids;
import io.verigate.retention.Purge;
import io.verigate.retention.RetainedKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Days of the log on MariaDB.
final class JournalDaysTest {
    /// Of a day that has its own: the first one of a log is longer.
    private static final Instant NOON =
            Instant.now()
                    .truncatedTo(ChronoUnit.DAYS)
                    .plus(Duration.ofDays(3))
                    .plus(Duration.ofHours(12));

    private Connection connection;
    private Purge purge;

    @BeforeEach
    void open() throws SQLException {
        DatabaseAddress address = TestDatabase.address("journal_days");
        connection = address.connect();
        purge = MariaDbPurge.open(address::connect).orElseThrow();
        purge.prepare(NOON);
        dropAll(NOON.truncatedTo(ChronoUnit.DAYS));
    }

    @AfterEach
    void close() throws SQLException {
        purge.close();
        connection.close();
    }

    @Test
    void everyDayOfTheNextWeekIsOneOfItsOwn() throws SQLException {
        for (int day = 0; day < 8; day++) {
            decision(NOON.plus(Duration.ofDays(day)));
        }

        assertThat(number("SELECT COUNT(*) FROM journal PARTITION (tail)")).isEqualTo(1);
        purge.prepare(NOON.plus(Duration.ofDays(1)));
        assertThat(number("SELECT COUNT(*) FROM journal PARTITION (tail)")).isZero();
        purge.prepare(NOON.plus(Duration.ofDays(1)));
        assertThat(days()).as("seven ahead, today, and the tail").isEqualTo(9);
        assertThat(number("SELECT COUNT(*) FROM journal")).isEqualTo(8);
    }

    @Test
    void aDayGoesWhenAllOfItIsOld() throws SQLException {
        decision(NOON);
        decision(NOON.plus(Duration.ofHours(11)));
        decision(NOON.plus(Duration.ofHours(13)));

        assertThat(purge.next(RetainedKind.DECISIONS, NOON.plus(Duration.ofHours(11))).more())
                .isFalse();
        assertThat(number("SELECT COUNT(*) FROM journal")).isEqualTo(3);

        purge.next(RetainedKind.DECISIONS, NOON.plus(Duration.ofHours(12)));
        assertThat(number("SELECT COUNT(*) FROM journal")).isEqualTo(1);

        Purge.Batch batch = purge.next(RetainedKind.DECISIONS, NOON.plus(Duration.ofDays(3)));
        assertThat(batch.more()).isTrue();
        assertThat(number("SELECT COUNT(*) FROM journal")).isZero();
        assertThat(purge.next(RetainedKind.DECISIONS, NOON.plus(Duration.ofDays(3))).more())
                .isFalse();
    }

    @Test
    void afterMonthsWithoutASweepNothingIsLost() throws SQLException {
        decision(NOON.plus(Duration.ofDays(60)));
        decision(NOON.plus(Duration.ofDays(100)));

        purge.prepare(NOON.plus(Duration.ofDays(100)));

        assertThat(number("SELECT COUNT(*) FROM journal PARTITION (tail)")).isZero();
        assertThat(number("SELECT COUNT(*) FROM journal")).isEqualTo(2);
        assertThat(days()).as("one for all that were missed").isLessThan(20);
    }

    @Test
    void whoReadsForLongKeepsADayAndNobodyWaits() throws SQLException {
        decision(NOON);
        Instant later = NOON.plus(Duration.ofDays(1));
        connection.setAutoCommit(false);
        number("SELECT COUNT(*) FROM journal");

        assertThat(purge.next(RetainedKind.DECISIONS, later)).isEqualTo(new Purge.Batch(0, false));
        purge.prepare(NOON.plus(Duration.ofDays(30)));
        assertThat(number("SELECT COUNT(*) FROM journal")).isEqualTo(1);

        connection.commit();
        purge.next(RetainedKind.DECISIONS, later);
        assertThat(number("SELECT COUNT(*) FROM journal")).isZero();
    }

    private void dropAll(Instant before) {
        boolean more = true;
        while (more) {
            more = purge.next(RetainedKind.DECISIONS, before).more();
        }
    }

    private void decision(Instant at) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    """
                    INSERT INTO journal (id, at, interaction, account, verdict, channel, hint, region, ruleset, detail)
                    VALUES ('%s', FROM_UNIXTIME(%d), 'sign-in', 'a-1', 'allow', '', '', '', 'x', '{}')\
                    """
                            .formatted(Ids.next("d-", at), at.getEpochSecond()));
        }
    }

    private long days() throws SQLException {
        return number(
                "SELECT COUNT(*) FROM information_schema.partitions"
                        + " WHERE table_schema = DATABASE() AND table_name = 'journal'");
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }
}
