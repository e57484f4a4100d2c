package io.verigate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/// Schemas of earlier versions, with rows in them.
final class SchemaTest {
    @Test
    void bringsAFilledSchemaUpToDate() throws SQLException {
        DatabaseAddress address = TestDatabase.address("schema_test");
        Flyway earlier =
                Flyway.configure()
                        .dataSource(address.url(), address.username(), address.password())
                        .locations("classpath:db/migration")
                        .cleanDisabled(false)
                        .target("9")
                        .load();
        earlier.clean();
        earlier.migrate();
        try (Connection connection = address.connect()) {
            execute(
                    connection,
                    """
                    INSERT INTO journal (id, at, interaction, account, verdict, channel, hint, region, ruleset, detail)
                    VALUES ('d-0180000000001', '2022-04-06', 'sign-in', 'a-1', 'allow', '', '', '', 'x', '{}'),
                      (CONCAT('d-', LPAD(LOWER(HEX(UNIX_TIMESTAMP() * 1000)), 12, '0')), NOW(), 'sign-in', 'a-2', 'allow',
                      '', '', '', 'x', '{}')\
                    """,
                    """
                    INSERT INTO block (id, scope, subject, account, reason, rule, clause, evidence, since, until)
                    VALUES ('b-1', 'region', x'07111213141516171819202122232425', 'a-1', 'r', 'RG-001', '', '', NOW(),
                      '2037-12-31 23:59:59.000001')\
                    """);

            Schema.update(address);

            assertThat(texts(connection, "SELECT until FROM block"))
                    .containsExactly("2037-12-31 23:59:59.000001");
            assertThat(texts(connection, "SELECT HEX(k) FROM subject WHERE blocked"))
                    .as("the row of the region that is blocked")
                    .containsExactly("711121314151617");
            assertThat(texts(connection, "SELECT account FROM journal ORDER BY id"))
                    .containsExactly("a-1", "a-2");
            assertThat(texts(connection, "SELECT account FROM journal PARTITION (tail)")).isEmpty();
        }
    }

    @Test
    void knowsItsNewestScript() {
        assertThat(
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
                                .map(script -> script.getVersion().getVersion()))
                .endsWith(Integer.toString(Schema.NEWEST));
    }

    @Test
    void leavesADatabaseOfLaterCodeAlone() throws SQLException {
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
                        "the database has the schema 999 of later code, and this one knows "
                                + Schema.NEWEST
                                + ": start the later one");
    }

    private static void execute(Connection connection, String... all) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : all) {
                statement.execute(sql);
            }
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
