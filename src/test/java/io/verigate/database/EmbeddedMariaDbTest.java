package io.verigate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Works on one folder under `target`, because an installation takes seconds; each test leaves it stopped.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class EmbeddedMariaDbTest {
    private static final Path FOLDER = Path.of("target", "embedded-test");

    @Test
    @Order(1)
    void keepsDataBetweenStarts() throws SQLException {
        String password;
        try (EmbeddedMariaDb first = EmbeddedMariaDb.start(FOLDER)) {
            password = first.address().password();
            execute(
                    first,
                    "CREATE TABLE IF NOT EXISTS kept (word VARCHAR(20))",
                    "DELETE FROM kept");
            execute(first, "INSERT INTO kept VALUES ('früh')");
        }

        try (EmbeddedMariaDb second = EmbeddedMariaDb.start(FOLDER)) {
            assertThat(ask(second, "SELECT word FROM kept")).isEqualTo("früh");
            assertThat(second.address().password()).isEqualTo(password);
        }
    }

    @Test
    @Order(2)
    void refusesASecondServiceOnTheFolder() {
        try (EmbeddedMariaDb _ = EmbeddedMariaDb.start(FOLDER)) {
            assertThatThrownBy(() -> EmbeddedMariaDb.start(FOLDER))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessage(
                            "another service is running on the folder `%s`; stop it, or set `verigate.database.embedded-folder`",
                            FOLDER.toAbsolutePath());
        }
    }

    @Test
    @Order(3)
    void endsTheServerThatAKilledServiceLeftRunning() throws IOException, SQLException {
        EmbeddedMariaDb killed = EmbeddedMariaDb.start(FOLDER);
        execute(
                killed,
                "CREATE OR REPLACE TABLE committed (n INT)",
                "INSERT INTO committed VALUES (7)");
        ProcessHandle left = EmbeddedProcess.find(new EmbeddedFolder(FOLDER)).orElseThrow();
        killed.abandon();
        assertThat(left.isAlive()).isTrue();

        try (EmbeddedMariaDb next = EmbeddedMariaDb.start(FOLDER)) {
            assertThat(left.isAlive()).isFalse();
            assertThat(ask(next, "SELECT n FROM committed")).isEqualTo("7");
        }
    }

    @Test
    @Order(4)
    void takesNoOtherProcessForItsServer() throws IOException {
        EmbeddedFolder folder = new EmbeddedFolder(FOLDER);
        EmbeddedProcess.remember(folder, ProcessHandle.current().pid());

        assertThat(EmbeddedProcess.find(folder)).isEmpty();
    }

    @Test
    @Order(5)
    void stopsItsServerOnClose() throws IOException {
        EmbeddedFolder folder = new EmbeddedFolder(FOLDER);
        EmbeddedMariaDb server = EmbeddedMariaDb.start(FOLDER);
        assertThat(EmbeddedProcess.find(folder)).isPresent();

        server.close();

        assertThat(EmbeddedProcess.find(folder)).isEmpty();
    }

    @Test
    @Order(6)
    void letsNobodyInWithoutThePassword() {
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(FOLDER)) {
            int port = Integer.parseInt(server.address().url().replaceAll(".*:(\\d+)/.*", "$1"));

            assertRefused(DatabaseAddress.loopback(port, "verigate", "verigate", ""));
            assertRefused(DatabaseAddress.loopback(port, "verigate", "verigate", "wrong"));
            assertRefused(DatabaseAddress.loopback(port, "mysql", "root", ""));
            assertRefused(DatabaseAddress.loopback(port, "verigate", "", ""));
            assertRefused(
                    DatabaseAddress.loopback(
                            port, "mysql", "verigate", server.address().password()));
        }
    }

    @Test
    @Order(7)
    void runsDurablyInUtcWithoutReadingFiles() throws SQLException {
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(FOLDER)) {
            assertThat(ask(server, "SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
            assertThat(ask(server, "SELECT @@global.time_zone")).isEqualTo("+00:00");
            assertThat(ask(server, "SELECT @@transaction_isolation")).isEqualTo("READ-COMMITTED");
            assertThat(ask(server, "SELECT @@collation_database")).isEqualTo("utf8mb4_nopad_bin");
            assertThat(ask(server, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "SELECT @@local_infile")).isEqualTo("0");
        }
    }

    @Test
    @Order(8)
    void hidesThePasswordFromOthers() throws IOException {
        EmbeddedFolder folder = new EmbeddedFolder(FOLDER);
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(FOLDER)) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(folder.password())))
                    .isEqualTo("rw-------");
            assertThat(folder.statements()).doesNotExist();
            assertThat(server.address().toString()).doesNotContain(server.address().password());
        }
    }

    private static void execute(EmbeddedMariaDb server, String... statements) throws SQLException {
        try (Connection connection = server.address().connect();
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    private static String ask(EmbeddedMariaDb server, String query) throws SQLException {
        try (Connection connection = server.address().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void assertRefused(DatabaseAddress address) {
        assertThatThrownBy(() -> address.connect().close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Access denied");
    }
}
