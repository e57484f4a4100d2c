package io.verigate.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Waits for a database or network that is still starting.
final class DatabaseProbe {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseProbe.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// SQLSTATE class 08: the connection itself failed, so another attempt may succeed (ISO/IEC 9075).
    private static final String CONNECTION_FAILURE = "08";

    private DatabaseProbe() {}

    /// Returns once the database accepts a connection.
    ///
    /// @param limit maximum waiting time; permanent errors fail at once
    /// @throws DatabaseUnavailableException when it accepts none
    static void await(DatabaseAddress address, Duration limit) {
        long started = System.nanoTime();
        while (true) {
            try {
                address.connect().close();
                return;
            } catch (SQLException e) {
                boolean temporary =
                        Objects.requireNonNullElse(e.getSQLState(), "")
                                .startsWith(CONNECTION_FAILURE);
                if (!temporary || System.nanoTime() - started >= limit.toNanos()) {
                    throw unavailable(address, e);
                }
                LOG.warn(
                        "cannot reach the database at {} yet: {}",
                        address.withoutOptions(),
                        e.getMessage());
                pause(address, e);
            }
        }
    }

    private static void pause(DatabaseAddress address, SQLException failure) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(address, failure);
        }
    }

    private static DatabaseUnavailableException unavailable(
            DatabaseAddress address, SQLException failure) {
        return new DatabaseUnavailableException(
                "the database at `%s` cannot be used: %s; correct `verigate.database` or start the database"
                        .formatted(address.withoutOptions(), failure.getMessage()),
                failure);
    }
}
