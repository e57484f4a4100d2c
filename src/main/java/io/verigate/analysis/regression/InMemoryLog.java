package io.verigate.analysis.regression;

import io.verigate.decision.Decision;
import io.verigate.journal.JournalEntry;
import io.verigate.journal.JournalFilter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks into a log in memory.
final class InMemoryLog {
    private InMemoryLog() {}

    /// What an analyst finds.
    ///
    /// @param from not before
    static StepResult look(Stream<JournalEntry> log, JournalFilter filter, Instant from) {
        List<Decision> found =
                log.filter(entry -> isWanted(entry, filter))
                        .map(JournalEntry::decision)
                        .filter(decision -> !decision.at().isBefore(from))
                        .toList();
        return StepResult.found(
                found.size(),
                found.stream().flatMap(decision -> decision.fired().stream()),
                found.stream()
                        .flatMap(decision -> decision.reasons().stream())
                        .map(Decision.Reason::code));
    }

    private static boolean isWanted(JournalEntry entry, JournalFilter filter) {
        Decision decision = entry.decision();
        return fits(filter.account(), decision.account())
                && fits(filter.verdict(), decision.verdict())
                && fits(filter.region(), entry.region())
                && (filter.rule() == null || decision.fired().contains(filter.rule()))
                && (filter.reason() == null
                        || decision.reasons().stream()
                                .anyMatch(reason -> reason.code().equals(filter.reason())));
    }

    private static boolean fits(@Nullable Object wanted, Object found) {
        return wanted == null || wanted.equals(found);
    }
}
