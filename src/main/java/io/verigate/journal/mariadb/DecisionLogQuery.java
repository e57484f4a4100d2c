package io.verigate.journal.mariadb;

import io.verigate.decision.Verdict;
import io.verigate.journal.JournalFilter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query of the journal `j` that grows by what is wanted. Used once.
final class DecisionLogQuery {
    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();

    /// @param select up to and without what joins and filters
    DecisionLogQuery(String select, JournalFilter filter) {
        sql = new StringBuilder(select);
        marked("rule", filter.rule());
        marked("reason", filter.reason());
        // Most decisions allow: those are found by going through them all.
        marked("verdict", refused(filter.verdict()));
        sql.append(" WHERE TRUE");
        and("j.account = ?", filter.account());
        and("j.verdict = ?", filter.verdict() == null ? null : filter.verdict().wireName());
        and("j.region = ?", filter.region());
    }

    /// One more condition, unless its value is null.
    DecisionLogQuery and(String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" AND ").append(condition);
            values.add(value);
        }
        return this;
    }

    /// The whole statement.
    ///
    /// @param end order and limit
    String sql(String end) {
        return sql + end;
    }

    /// Of the placeholders so far, in order.
    List<Object> values() {
        return values;
    }

    private static @Nullable String refused(@Nullable Verdict verdict) {
        return verdict == null || verdict == Verdict.ALLOW ? null : verdict.wireName();
    }

    private void marked(String kind, @Nullable String word) {
        if (word != null) {
            sql.append(
                    " JOIN journal_mark %1$s ON %1$s.decision = j.id AND %1$s.kind = ? AND %1$s.value = ?"
                            .formatted(kind));
            values.add(kind);
            values.add(word);
        }
    }
}
