package io.verigate.analysis;

import io.verigate.decision.Decision;
import io.verigate.journal.JournalEntry;
import io.verigate.journal.JournalFilter;
import org.jspecify.annotations.Nullable;

/// Searches a decision log in memory as the API searches the stored one.
final class InMemoryLog {
    private InMemoryLog() {}

    /// Whether an entry matches a filter.
    static boolean matches(JournalEntry entry, JournalFilter filter) {
        Decision decision = entry.decision();
        return matches(filter.account(), decision.account())
                && matches(filter.verdict(), decision.verdict())
                && matches(filter.region(), entry.region())
                && (filter.rule() == null || decision.fired().contains(filter.rule()))
                && (filter.reason() == null
                        || decision.reasons().stream()
                                .anyMatch(reason -> reason.code().equals(filter.reason())));
    }

    private static boolean matches(@Nullable Object wanted, Object actual) {
        return wanted == null || wanted.equals(actual);
    }
}
