package io.verigate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class DatabaseTest {
    @Test
    void opensAnExternalDatabaseWithItsSchemaUpToDate() throws SQLException {
        DatabaseAddress address = TestDatabase.address("database_test");

        try (Database database =
                        Database.open(
                                TestConfiguration.external(
                                        address.url(), address.username(), address.password()));
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT COUNT(*), @@session.time_zone, @@session.sql_mode FROM setting")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isZero();
            assertThat(rows.getString(2)).isEqualTo("+00:00");
            assertThat(rows.getString(3)).contains("STRICT_ALL_TABLES");
            assertThat(connection.getTransactionIsolation())
                    .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    @Test
    void saysInOneSentenceThatNobodyAnswers() throws IOException {
        String url =
                "jdbc:mariadb://127.0.0.1:%d/verigate?connectTimeout=500".formatted(closedPort());

        assertThatThrownBy(
                        () -> Database.open(TestConfiguration.external(url, "verigate", "secret")))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageStartingWith("the database at `jdbc:mariadb://127.0.0.1:")
                .hasMessageEndingWith("correct `verigate.database` or start the database")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("\n");
    }

    @Test
    void doesNotRepeatARefusedPassword() {
        assertThatThrownBy(() ->
                        Database.open(
                                TestConfiguration.external(
                                        TestDatabase.url(), TestDatabase.username(), "wrong-one")))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("Access denied")
                .hasMessageNotContaining("wrong-one");
    }

    @Test
    void refusesAnAddressOfAnotherKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestConfiguration.external("jdbc:h2:mem:a", "a", "b"))
                .withMessage(
                        "the database address must start with `jdbc:mariadb:`; correct `verigate.database.url`");
    }

    @Test
    void showsNoCredentials() {
        DatabaseConfiguration configuration =
                TestConfiguration.external(
                        "jdbc:mariadb://db/verigate?password=hidden", "somebody", "hidden");

        assertThat(configuration.toString()).doesNotContain("hidden").doesNotContain("somebody");
        assertThat(DatabaseAddress.external(configuration).toString()).doesNotContain("hidden");
    }

    @Test
    void keepsFreshSchemasApart() throws SQLException {
        try (Connection one = TestDatabase.fresh("apart_one").getConnection();
                Connection two = TestDatabase.fresh("apart_two").getConnection();
                Statement writer = one.createStatement();
                Statement reader = two.createStatement()) {
            writer.execute("INSERT INTO setting VALUES ('a', 'b', '2026-01-01 00:00:00')");
            try (ResultSet rows = reader.executeQuery("SELECT COUNT(*) FROM setting")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isZero();
            }
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
