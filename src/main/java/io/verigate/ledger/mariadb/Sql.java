package io.verigate.ledger.mariadb;

import io.verigate.ledger.LedgerUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The little that plain JDBC lacks.
public final class Sql {
    private Sql() {}

    /// Fills in the parameters of one row.
    @FunctionalInterface
    public interface Fill<T> {
        /// Sets the parameters, the first one has the number 1.
        void in(PreparedStatement statement, T row) throws SQLException;
    }

    /// Executes one statement for many rows; for inserts the driver sends them as one.
    public static <T> void each(Connection connection, String sql, Collection<T> rows, Fill<T> fill)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T row : rows) {
                fill.in(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /// A time in UTC, to the microsecond.
    public static Instant time(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, Instant.class);
    }

    /// The same where there may be none.
    public static @Nullable Instant timeOrNull(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, Instant.class);
    }

    /// Makes a value of one row.
    @FunctionalInterface
    public interface Make<T> {
        /// The row stands ready.
        T of(ResultSet rows) throws SQLException;
    }

    /// Reads committed rows outside any ledger transaction.
    ///
    /// @param values of the placeholders, in order
    /// @throws LedgerUnavailable when the database does not answer
    public static <T> List<T> query(DataSource database, String sql, List<?> values, Make<T> make) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(make.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new LedgerUnavailable("the database cannot be read; try again shortly", e);
        }
    }
}
