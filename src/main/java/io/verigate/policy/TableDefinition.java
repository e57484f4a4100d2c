package io.verigate.policy;

import io.verigate.decision.FactDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A lookup table from facts to further facts.
///
/// @param name of the table
/// @param keys names of the facts that identify a row
/// @param columns facts that it defines
/// @param otherwise defaults without a matching row, in the order of the columns
/// @param rows by the values of the keys
public record TableDefinition(
        String name,
        List<String> keys,
        List<FactDefinition> columns,
        List<String> otherwise,
        Map<List<String>, Row> rows) {
    public TableDefinition {
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
        otherwise = List.copyOf(otherwise);
        rows = Map.copyOf(rows);
    }

    /// One row.
    ///
    /// @param cells in the order of the columns
    /// @param until when the row expires; null if it does not
    /// @param afterwards the row that applies after that; null without one
    public record Row(List<String> cells, @Nullable Instant until, @Nullable Row afterwards) {
        public Row {
            cells = List.copyOf(cells);
        }

        /// The row that applies at a time; null without one.
        @Nullable Row at(Instant now) {
            return until == null || now.isBefore(until) ? this : afterwards;
        }
    }

    /// The cells of the row with these keys, or the defaults.
    List<String> find(List<String> key, Instant now) {
        return Optional.ofNullable(rows.get(key))
                .map(row -> row.at(now))
                .map(Row::cells)
                .orElse(otherwise);
    }
}
