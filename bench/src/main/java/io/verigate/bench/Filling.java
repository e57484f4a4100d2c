package io.verigate.bench;

import io.verigate.database.TestDatabase;
import io.verigate.decision.Ids;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Fills the journal and the counters of a schema with copies of the rows that a service made there: of their sizes, under
/// ids of their own. Keys are made in ascending order, so that ten million rows take minutes; what a service looks up
/// among them afterwards is anywhere.
final class Filling implements AutoCloseable {
    private static final int PORTION = 250_000;
    private static final long SPREAD = Duration.ofDays(90).toMillis();
    private static final long KEYS_OF_A_KIND = 1L << 56;

    private final Connection connection;
    private final String schema;

    Filling(String schema) throws SQLException {
        this.schema = schema;
        this.connection = TestDatabase.connect(schema);
        connection.setAutoCommit(true);
    }

    /// Adds so many decisions of accounts of their own, spread over ninety days.
    void journal(int rows) throws SQLException {
        days();
        String milliseconds =
                "(@now - %d + FLOOR(n.seq * (%d / %d)))".formatted(SPREAD, SPREAD, rows);
        execute("SET @now = UNIX_TIMESTAMP() * 1000");
        journal(
                rows,
                new Copy(
                        "CONCAT('d-', LPAD(LOWER(HEX(%s)), 12, '0'), SUBSTR(MD5(n.seq), 1, 20))"
                                .formatted(milliseconds),
                        "FROM_UNIXTIME(%s / 1000)".formatted(milliseconds),
                        "CONCAT('load-', LPAD(FLOOR(RAND() * 100000000), 8, '0'))",
                        "n.seq % @samples + 1"));
    }

    /// Cuts the days out of which such a log would consist.
    private void days() throws SQLException {
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        execute(
                LongStream.rangeClosed(-90, 8)
                        .mapToObj(day -> today.plus(day, ChronoUnit.DAYS))
                        .map(end ->
                                "PARTITION until_%d VALUES LESS THAN ('%s')"
                                        .formatted(end.getEpochSecond(), Ids.first("d-", end)))
                        .collect(
                                Collectors.joining(
                                        ", ",
                                        "ALTER TABLE journal PARTITION BY RANGE COLUMNS (id) (",
                                        ", PARTITION tail VALUES LESS THAN (MAXVALUE))")));
    }

    /// Adds so many decisions that are those of the service under other ids: decided again, they come out the same.
    void again(int rows) throws SQLException {
        journal(
                rows,
                new Copy(
                        "CONCAT(SUBSTR(s.id, 1, 14), SUBSTR(MD5(n.seq), 1, 20))",
                        "s.at",
                        "s.account",
                        "FLOOR((n.seq - 1) * @samples / %d) + 1".formatted(rows)));
    }

    /// What is not copied, in SQL: `n.seq` counts rows, `s` is what is copied.
    private record Copy(String id, String at, String account, String sample) {}

    private void journal(int rows, Copy copy) throws SQLException {
        execute("SET @samples = " + sample("journal", "id", "TRUE"));
        // Sorted into the indexes at once afterwards, which takes a fraction of the time.
        execute("ALTER TABLE journal DROP KEY by_account, DROP KEY by_region");
        for (int from = 1; from <= rows; from += PORTION) {
            int to = Math.min(rows, from + PORTION - 1);
            execute(
                    """
                    INSERT INTO journal
                    SELECT %s, %s, s.interaction, %s, s.verdict, s.channel, s.hint, s.region, s.ruleset,
                      UNHEX(CONCAT('02', SUBSTR(MD5(n.seq), 3, 30))), UNHEX(CONCAT('03', SUBSTR(MD5(n.seq), 2, 30))),
                      UNHEX(CONCAT('04', SUBSTR(MD5(n.seq), 1, 30))), s.detail
                    FROM seq_%d_to_%d AS n JOIN sample AS s ON s.number = %s
                    ORDER BY n.seq\
                    """
                            .formatted(
                                    copy.id(), copy.at(), copy.account(), from, to, copy.sample()));
            progress("decisions", to, rows);
        }
        execute(
                "ALTER TABLE journal ADD KEY by_account (account, id), ADD KEY by_region (region, id)");
        execute("DROP TABLE sample");
    }

    /// Adds so many rows of counters, of each kind as many as the service had.
    void counters(int rows) throws SQLException {
        Map<Integer, Integer> kinds = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "SELECT subject >> 56 AS kind, COUNT(*) FROM counter GROUP BY kind HAVING COUNT(*) > 100")) {
            while (found.next()) {
                kinds.put(found.getInt(1), found.getInt(2));
            }
        }
        long all = kinds.values().stream().mapToInt(Integer::intValue).sum();
        for (Map.Entry<Integer, Integer> kind : kinds.entrySet()) {
            counters(kind.getKey(), (int) (rows * (long) kind.getValue() / all));
        }
    }

    private void counters(int kind, int rows) throws SQLException {
        int samples = sample("counter", "subject", "subject >> 56 = " + kind);
        long apart = KEYS_OF_A_KIND / (rows + 1L);
        for (int from = 1; from <= rows; from += PORTION) {
            int to = Math.min(rows, from + PORTION - 1);
            execute(
                    """
                    INSERT IGNORE INTO counter
                    SELECT %d + n.seq * %d + FLOOR(RAND() * %d), s.counters, s.blocked, s.changed_at
                    FROM seq_%d_to_%d AS n JOIN sample AS s ON s.number = n.seq %% %d + 1
                    ORDER BY n.seq\
                    """
                            .formatted(kind * KEYS_OF_A_KIND, apart, apart, from, to, samples));
            progress("counters of kind " + kind, to, rows);
        }
        execute("DROP TABLE sample");
    }

    /// How many rows there are now.
    long count(String table) throws SQLException {
        return number("SELECT COUNT(*) FROM " + table);
    }

    /// What the server has to keep pages in, in bytes.
    long pool() throws SQLException {
        return number("SELECT @@innodb_buffer_pool_size");
    }

    /// What the tables of the schema take, in bytes.
    long size() throws SQLException {
        return number(
                "SELECT SUM(data_length + index_length) FROM information_schema.tables WHERE table_schema = DATABASE()");
    }

    /// Numbers the rows of a table that are copied, from 1.
    private int sample(String table, String key, String which) throws SQLException {
        execute(
                """
                CREATE TABLE sample (number INT PRIMARY KEY)
                SELECT ROW_NUMBER() OVER (ORDER BY %s) AS number, t.* FROM %s AS t WHERE %s\
                """
                        .formatted(key, table, which));
        return (int) number("SELECT COUNT(*) FROM sample");
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void progress(String what, int done, int rows) {
        System.out.printf("%s: %,d of %,d %s%n", schema, done, rows, what);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
