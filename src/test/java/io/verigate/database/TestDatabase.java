package io.verigate.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/// The one MariaDB server that all tests of a run share: started by the first that asks, stopped with the process.
///
/// The server's folder stays under `target`, so only the first run after a clean installs it. With the system property
/// `test-database.url`, and `username` and `password` beside it, tests take that server instead, whatever its
/// version is; they make and drop schemas there whose names begin with `verigate_`.
public final class TestDatabase {
    /// The system property with options of the server over its usual ones, blanks between; for benches, which set it
    /// before they ask for anything.
    public static final String OPTIONS = "test-database.options";

    private static final String OTHER = "test-database.";
    private static final Path FOLDER = Path.of("target", "test-database");

    private TestDatabase() {}

    /// A pool on the shared schema, migrated and empty at the beginning of the run. A test that counts rows takes a
    /// `fresh` one instead.
    public static DataSource dataSource() {
        return Shared.MAIN.pool;
    }

    /// A pool on a schema of its own, empty and migrated; one of the same name is dropped first.
    ///
    /// @param name lower-case letters, digits and underscores
    public static DataSource fresh(String name) {
        return schema(name).pool;
    }

    /// The configuration that makes a service under test use a schema of its own, empty and migrated.
    ///
    /// @param name lower-case letters, digits and underscores
    public static Map<String, String> properties(String name) {
        return properties(schema(name));
    }

    /// The stores of the service on a schema of its own, empty and migrated. The caller closes them.
    ///
    /// @param name lower-case letters, digits and underscores
    public static ApplicationContext stores(String name) {
        return stores(schema(name));
    }

    /// The stores of the service on a schema that one of the other methods made in this run. The caller closes them.
    ///
    /// @param name as it was given there
    public static ApplicationContext sameStores(String name) {
        return stores(Optional.ofNullable(Shared.NAMED.get(name)).orElseThrow());
    }

    private static ApplicationContext stores(Schemed schema) {
        Map<String, Object> properties = new HashMap<>(properties(schema));
        properties.put("verigate.database.pool-size", 4);
        return ApplicationContext.builder(properties, "command").deduceEnvironment(false).start();
    }

    /// Writes beside the service.
    public static void update(DataSource database, String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the test cannot write: " + sql, e);
        }
    }

    private static Map<String, String> properties(Schemed schema) {
        DatabaseAddress address = schema.address;
        return Map.of(
                "verigate.database.url", address.url(),
                "verigate.database.username", address.username(),
                "verigate.database.password", address.password(),
                "verigate.database.tls", "off");
    }

    /// The address of a schema of its own, empty and migrated, for those who open connections themselves.
    ///
    /// @param name lower-case letters, digits and underscores
    public static DatabaseAddress address(String name) {
        return schema(name).address;
    }

    /// A pool on a schema that one of the other methods made in this run.
    ///
    /// @param name as it was given there
    public static DataSource same(String name) {
        return Optional.ofNullable(Shared.NAMED.get(name)).orElseThrow().pool;
    }

    /// A connection to a schema that one of the other methods made in this run, on which a statement may take as long as
    /// it likes.
    ///
    /// @param name as it was given there
    public static Connection connect(String name) throws SQLException {
        return Optional.ofNullable(Shared.NAMED.get(name)).orElseThrow().address.connect();
    }

    /// The address of the shared schema.
    public static String url() {
        return Shared.MAIN.address.url();
    }

    /// Who may connect to it.
    public static String username() {
        return Shared.MAIN.address.username();
    }

    /// That user's password.
    public static String password() {
        return Shared.MAIN.address.password();
    }

    private static Schemed schema(String name) {
        if (!name.matches("[a-z0-9_]{1,40}")) {
            throw new IllegalArgumentException(
                    "the schema name `%s` is not made of lower-case letters, digits and underscores"
                            .formatted(name));
        }
        String schema = EmbeddedOptions.DATABASE + "_" + name;
        DatabaseAddress server = Shared.SERVER;
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS `%s`".formatted(schema));
            statement.execute(
                    "CREATE DATABASE `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin"
                            .formatted(schema));
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the schema `%s` could not be made".formatted(schema), e);
        }
        DatabaseAddress address =
                new DatabaseAddress(
                        server.url().replaceFirst("/[^/]*$", "/" + schema),
                        server.username(),
                        server.password(),
                        server.tls(),
                        server.tlsCertificate(),
                        server.connectTimeout());
        Schema.update(address);
        HikariDataSource pool = Database.pool(TestConfiguration.embedded(FOLDER), address);
        Shared.POOLS.add(pool);
        Schemed made = new Schemed(address, pool);
        Schemed before = Shared.NAMED.put(name, made);
        if (before != null) {
            before.pool.close();
        }
        return made;
    }

    private record Schemed(DatabaseAddress address, HikariDataSource pool) {}

    /// Made on first use, by the rule of class initialisation.
    private static final class Shared {
        private static final ConcurrentLinkedQueue<HikariDataSource> POOLS =
                new ConcurrentLinkedQueue<>();
        private static final Map<String, Schemed> NAMED = new ConcurrentHashMap<>();
        private static final DatabaseAddress SERVER = server();
        private static final Schemed MAIN = schema("shared");

        private static List<String> options() {
            String given = System.getProperty(OPTIONS, "").strip();
            return given.isEmpty() ? List.of() : List.of(given.split(" +"));
        }

        private static DatabaseAddress server() {
            String url = System.getProperty(OTHER + "url", "");
            if (!url.isEmpty()) {
                atTheEnd(() -> {});
                return new DatabaseAddress(
                        url,
                        System.getProperty(OTHER + "username", "root"),
                        System.getProperty(OTHER + "password", ""),
                        DatabaseConfiguration.Tls.OFF,
                        "",
                        Duration.ofSeconds(2));
            }
            EmbeddedMariaDb server = EmbeddedMariaDb.start(FOLDER, options());
            atTheEnd(server::close);
            return server.address();
        }

        private static void atTheEnd(Runnable stop) {
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> {
                                POOLS.forEach(HikariDataSource::close);
                                stop.run();
                            }));
        }
    }
}
