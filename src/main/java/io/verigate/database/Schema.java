package io.verigate.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the schema to the version that this code expects, from the scripts in `db/migration`. MariaDB does not roll
/// back DDL, so each statement of a script can run again: a script that was cut off is run again from its beginning.
final class Schema {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    /// The number of the newest script.
    static final int NEWEST = 1;

    /// Flyway's checksum of the first script: a history that begins with another one belongs to code before the first
    /// release.
    static final int FIRST_CHECKSUM = 1_184_004_958;

    private static final String HISTORY =
            "SELECT CAST(version AS INT), checksum, success FROM flyway_schema_history ORDER BY installed_rank";

    private record Applied(int version, int checksum, boolean success) {}

    private Schema() {}

    /// Applies pending scripts. Services that start at the same time take turns.
    ///
    /// @throws DatabaseUnavailableException when a script fails, or other code wrote the database
    static void update(DatabaseAddress address) {
        List<Applied> history = history(address);
        if (history.isEmpty()) {
            migrate(address, false);
            return;
        }
        Applied last = history.getLast();
        // A script that failed has no checksum that counts: it is run again as it is now.
        if (history.getFirst().success() && history.getFirst().checksum() != FIRST_CHECKSUM) {
            throw new DatabaseUnavailableException(
                    "the database at `%s` has the schema of a development version, which cannot be upgraded: start with an empty database, or an empty data folder"
                            .formatted(address.withoutOptions()));
        }
        if (last.version() > NEWEST) {
            throw new DatabaseUnavailableException(
                    "the database has schema version %d, and this release knows version %d: start a later release"
                            .formatted(last.version(), NEWEST));
        }
        // Flyway is asked only then: to find nothing to do takes it a quarter of a start.
        if (last.version() < NEWEST || !last.success()) {
            migrate(address, !last.success());
        }
    }

    /// What Flyway noted, oldest first; empty for a new database.
    private static List<Applied> history(DatabaseAddress address) {
        List<Applied> history = new ArrayList<>();
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HISTORY)) {
            while (rows.next()) {
                history.add(new Applied(rows.getInt(1), rows.getInt(2), rows.getBoolean(3)));
            }
        } catch (SQLException e) {
            return List.of(); // a new database; Flyway reports any other cause
        }
        return history;
    }

    private static void migrate(DatabaseAddress address, boolean failedBefore) {
        Properties properties = address.properties();
        Map<String, String> options = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> options.put(name, properties.getProperty(name)));
        try {
            Flyway flyway =
                    Flyway.configure()
                            .dataSource(address.url(), address.username(), address.password())
                            .jdbcProperties(options)
                            .locations("classpath:db/migration")
                            .cleanDisabled(true)
                            .load();
            if (failedBefore) {
                LOG.warn("a migration failed at an earlier start; running it again");
                flyway.repair();
            }
            MigrateResult result = flyway.migrate();
            if (result.migrationsExecuted > 0) {
                LOG.info("migrated the schema to version {}", result.targetSchemaVersion);
            }
        } catch (FlywayException e) {
            throw new DatabaseUnavailableException(
                    "the schema could not be migrated: %s"
                            .formatted(
                                    Objects.toString(e.getMessage())
                                            .strip()
                                            .replaceAll("\\s+", " ")),
                    e);
        }
    }
}
