package io.verigate.database;

import java.util.ArrayList;
import java.util.List;

/// The command lines and initial statements of the embedded server.
///
/// The collation compares bytes and does not ignore trailing spaces, so that two accounts are equal only when their
/// names are.
final class EmbeddedOptions {
    static final String DATABASE = "verigate";
    static final String USER = "verigate";
    private static final String COLLATION = "utf8mb4_nopad_bin";

    private EmbeddedOptions() {}

    /// Options that install the system tables, without sample database or anonymous users; `root` has no
    /// password and can log in only as the system's root through the socket.
    static List<String> install(EmbeddedFolder folder, EmbeddedPrograms programs) {
        if (programs.windows()) {
            return List.of("--datadir=" + folder.unfinished());
        }
        return List.of(
                "--no-defaults",
                "--basedir=" + programs.folder(),
                "--datadir=" + folder.unfinished(),
                "--force",
                "--skip-name-resolve",
                "--skip-test-db",
                "--user=" + System.getProperty("user.name"));
    }

    /// Options that run the server: local connections only, durable at every commit, small memory footprint.
    static List<String> serve(EmbeddedFolder folder, EmbeddedPrograms programs, int port) {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "--no-defaults",
                                "--basedir=" + programs.folder(),
                                "--datadir=" + folder.tables(),
                                "--init-file=" + folder.statements(),
                                "--bind-address=127.0.0.1",
                                "--port=" + port,
                                "--skip-name-resolve",
                                "--skip-log-bin",
                                "--skip-ssl", // a key pair made at every start takes seconds, and
                                // loopback needs none
                                "--character-set-server=utf8mb4",
                                "--collation-server=" + COLLATION,
                                "--default-time-zone=+00:00",
                                "--local-infile=0",
                                "--performance-schema=0",
                                "--max-allowed-packet=64M",
                                "--max-connections=500", // the tests run many services on one
                                "--innodb-buffer-pool-size=256M",
                                "--innodb-flush-log-at-trx-commit=1",
                                "--innodb-log-file-size=512M"));
        if (!programs.windows()) {
            options.add(
                    "--socket=mariadb.sock"); // beside the tables; an absolute path may be too long
            // for a socket
            options.add("--user=" + System.getProperty("user.name"));
        }
        return options;
    }

    /// Statements, one per line, for every start: create the database and its user, who also owns databases whose
    /// names start with its name and an underscore.
    static String statements(String password) {
        String user = "'%s'@'127.0.0.1'".formatted(USER);
        return String.join(
                "\n",
                "CREATE DATABASE IF NOT EXISTS `%s` CHARACTER SET utf8mb4 COLLATE %s;"
                        .formatted(DATABASE, COLLATION),
                "CREATE USER IF NOT EXISTS %s;".formatted(user),
                "ALTER USER %s IDENTIFIED BY '%s';".formatted(user, password),
                "GRANT ALL PRIVILEGES ON `%s`.* TO %s;".formatted(DATABASE, user),
                "GRANT ALL PRIVILEGES ON `%s\\_%%`.* TO %s;".formatted(DATABASE, user),
                "");
    }
}
