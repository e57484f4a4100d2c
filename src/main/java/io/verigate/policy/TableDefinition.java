package io.verigate.policy;

import io.verigate.decision.FactDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rows that are looked up by facts and tell further facts.
///
/// @param name of the table
/// @param keys names of the texts that a row is found by
/// @param columns the facts that it tells
/// @param otherwise what they are when no row is found, in the order of the columns
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
    /// @param until past this the row does not count; null without an end
    /// @param afterwards the row without an end that counts then; null when there is none
    public record Row(List<String> cells, @Nullable Instant until, @Nullable Row afterwards) {
        public Row {
            cells = List.copyOf(cells);
        }

        /// The row that counts at a time; null when none does.
        @Nullable Row at(Instant now) {
            return until == null || now.isBefore(until) ? this : afterwards;
        }
    }

    /// The cells of the row with these keys, or what stands for no row.
    List<String> find(List<String> key, Instant now) {
        return Optional.ofNullable(rows.get(key))
                .map(row -> row.at(now))
                .map(Row::cells)
                .orElse(otherwise);
    }
}
