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

/// Helpers for plain JDBC.
public final class Sql {
    private Sql() {}

    /// Binds the parameters of one row.
    @FunctionalInterface
    public interface RowBinder<T> {
        /// Sets the parameters, from index 1.
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    /// Executes one statement for many rows. The driver sends inserts as one statement.
    public static <T> void each(
            Connection connection, String sql, Collection<T> rows, RowBinder<T> binder)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T row : rows) {
                binder.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /// A time in UTC, to the microsecond.
    public static Instant time(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, Instant.class);
    }

    /// The same for a nullable column.
    public static @Nullable Instant timeOrNull(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, Instant.class);
    }

    /// Maps one row to a value.
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet rows) throws SQLException;
    }

    /// Reads committed rows outside any ledger transaction.
    ///
    /// @param values of the placeholders, in order
    /// @throws LedgerUnavailable when the database is unavailable
    public static <T> List<T> query(
            DataSource database, String sql, List<?> values, RowMapper<T> mapper) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(mapper.map(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new LedgerUnavailable("the database cannot be read; try again shortly", e);
        }
    }
}
