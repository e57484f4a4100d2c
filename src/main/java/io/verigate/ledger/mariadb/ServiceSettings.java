package io.verigate.ledger.mariadb;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// What the service remembers about itself, by name. Thread-safe.
public final class ServiceSettings {
    private final DataSource database;
    private final InstantSource clock;

    /// @param clock the real one, because the clock of the sandbox is itself a setting
    public ServiceSettings(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The value; empty when it was never set.
    public Optional<String> find(String name) {
        return Sql.query(
                        database,
                        "SELECT value FROM setting WHERE name = ?",
                        List.of(name),
                        rows -> rows.getString("value"))
                .stream()
                .findFirst();
    }

    /// Sets the value.
    public void set(String name, String value) {
        Sql.update(
                database,
                "INSERT INTO setting (name, value, changed_at) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE value = VALUES(value), changed_at = VALUES(changed_at)",
                List.of(name, value, clock.instant()));
    }
}
