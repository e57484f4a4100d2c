package io.verigate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;

/// First starts, also such as were cut off, and schemas that other code wrote.
final class SchemaTest {
    private static final String SCRIPT = "db/migration/V1__schema.sql";
    private static final String APPLIED =
            "SELECT CONCAT(version, ' ', success) FROM flyway_schema_history ORDER BY installed_rank";
    private static final String FAILED =
            """
            INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,
              installed_by, execution_time, success)
            VALUES (1, '1', 'schema', 'SQL', 'V1__schema.sql', 0, 'x', 1, FALSE)\
            """;
    private static final String COLUMNS =
            """
            SELECT CONCAT_WS(' ', table_name, column_name, column_type, is_nullable) FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name <> 'flyway_schema_history'
            ORDER BY table_name, ordinal_position\
            """;

    /// A process that is killed leaves no row in the history, and a statement that fails leaves one.
    @Test
    void aFirstStartThatWasCutOffAnywhereIsFinishedByTheNext() throws SQLException, IOException {
        List<String> statements = statements();
        DatabaseAddress address = TestDatabase.address("schema_cut_off");
        try (Connection connection = address.connect()) {
            List<String> whole = texts(connection, COLUMNS);
            for (int done = 0; done <= statements.size(); done++) {
                empty(connection);
                for (String statement : statements.subList(0, done)) {
                    execute(connection, statement);
                }
                if (done % 2 == 0) {
                    execute(connection, FAILED);
                }

                Schema.update(address);

                assertThat(texts(connection, COLUMNS)).as("after %d", done).isEqualTo(whole);
                assertThat(texts(connection, APPLIED)).containsExactly("1 1");
            }
        }
    }

    @Test
    void theFirstDayOfTheLogEndsTomorrowNight() throws SQLException {
        DatabaseAddress address = TestDatabase.address("schema_days");
        try (Connection connection = address.connect()) {
            execute(
                    connection,
                    """
                    INSERT INTO journal (id, at, interaction, account, verdict, channel, hint, region, ruleset, detail)
                    VALUES ('d-0180000000001', '2022-04-06', 'sign-in', 'a-1', 'allow', '', '', '', 'x', '{}'),
                      (CONCAT('d-', LPAD(LOWER(HEX(UNIX_TIMESTAMP() * 1000)), 12, '0')), NOW(), 'sign-in', 'a-2', 'allow',
                      '', '', '', 'x', '{}')\
                    """);

            assertThat(texts(connection, "SELECT COUNT(*) FROM journal")).containsExactly("2");
            assertThat(texts(connection, "SELECT account FROM journal PARTITION (tail)")).isEmpty();
        }
    }

    @Test
    void knowsItsScripts() {
        List<MigrationInfo> scripts =
                Stream.of(
                                Flyway.configure()
                                        .dataSource(
                                                TestDatabase.url(),
                                                TestDatabase.username(),
                                                TestDatabase.password())
                                        .locations("classpath:db/migration")
                                        .load()
                                        .info()
                                        .all())
                        .toList();

        assertThat(scripts.getFirst().getChecksum()).isEqualTo(Schema.FIRST_CHECKSUM);
        assertThat(scripts.getLast().getVersion().getVersion())
                .isEqualTo(Integer.toString(Schema.NEWEST));
    }

    @Test
    void refusesADatabaseOfLaterCode() throws SQLException {
        DatabaseAddress address = TestDatabase.address("schema_of_later_code");
        try (Connection connection = address.connect()) {
            execute(
                    connection,
                    """
                    INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                      execution_time, success)
                    VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, TRUE)\
                    """);
        }

        assertThatThrownBy(() -> Schema.update(address))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage(
                        "the database has schema version 999, and this release knows version %d: start a later release",
                        Schema.NEWEST);
    }

    @Test
    void refusesADatabaseOfADevelopmentVersion() throws SQLException {
        DatabaseAddress address = TestDatabase.address("schema_of_development");
        try (Connection connection = address.connect()) {
            execute(connection, "UPDATE flyway_schema_history SET checksum = checksum + 1");
        }

        assertThatThrownBy(() -> Schema.update(address))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage(
                        "the database at `%s` has the schema of a development version, which cannot be upgraded: start with an empty database, or an empty data folder",
                        address.url());
    }

    /// As a process leaves it that is killed before its first statement: Flyway has made its own table.
    private static void empty(Connection connection) throws SQLException {
        for (String table : texts(connection, "SHOW TABLES")) {
            execute(
                    connection,
                    table.equals("flyway_schema_history")
                            ? "DELETE FROM flyway_schema_history"
                            : "DROP TABLE `%s`".formatted(table));
        }
    }

    private static List<String> statements() throws IOException {
        try (InputStream script = Schema.class.getClassLoader().getResourceAsStream(SCRIPT)) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.replaceAll("(?m)^--.*\n", "").split(";\n"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
