package io.verigate.database;

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

    private Schema() {}

    /// Applies the scripts that the database has not seen yet. Services that start together take turns.
    ///
    /// @throws DatabaseUnavailableException when a script fails, or the database was written by later code
    static void update(DatabaseAddress address) {
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
