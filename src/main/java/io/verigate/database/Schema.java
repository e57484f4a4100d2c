package io.verigate.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the schema to the version that this code expects, from the scripts in `db/migration`.
final class Schema {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    /// The number of the newest script.
    static final int NEWEST = 14;

    private static final String LAST =
            "SELECT version, success FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1";

    private Schema() {}

    /// Applies the scripts that the database has not seen yet. Services that start together take turns.
    ///
    /// @throws DatabaseUnavailableException when a script fails, or the database was written by later code
    static void update(DatabaseAddress address) {
        int version = version(address);
        if (version > NEWEST) {
            throw new DatabaseUnavailableException(
                    "the database has the schema %d of later code, and this one knows %d: start the later one"
                            .formatted(version, NEWEST));
        }
        if (version < NEWEST) {
            migrate(address);
        }
    }

    /// What the last script left; 0 when none has run, or it failed.
    private static int version(DatabaseAddress address) {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LAST)) {
            return rows.next() && rows.getBoolean(2) ? rows.getInt(1) : 0;
        } catch (SQLException e) {
            return 0; // a new database; if it is another fault, Flyway tells it
        }
    }

    /// Flyway is asked only then: to see that nothing is to be done takes it a quarter of a start.
    private static void migrate(DatabaseAddress address) {
        Properties properties = address.properties();
        Map<String, String> options = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> options.put(name, properties.getProperty(name)));
        try {
            MigrateResult result =
                    Flyway.configure()
                            .dataSource(address.url(), address.username(), address.password())
                            .jdbcProperties(options)
                            .locations("classpath:db/migration")
                            .cleanDisabled(true)
                            .load()
                            .migrate();
            if (result.migrationsExecuted > 0) {
                LOG.info("brought the schema to version {}", result.targetSchemaVersion);
            }
        } catch (FlywayException e) {
            throw new DatabaseUnavailableException(
                    "the schema could not be brought up to date: %s"
                            .formatted(
                                    Objects.toString(e.getMessage())
                                            .strip()
                                            .replaceAll("\\s+", " ")),
                    e);
        }
    }
}
