package io.verigate.analysis.backtest;

import io.verigate.decision.Decision;
import io.verigate.decision.Verdict;
import io.verigate.journal.JournalEntry;
import io.verigate.journal.JournalLine;
import io.verigate.journal.JournalScan;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The log of a ledger in memory.
final class LogInMemory implements JournalScan {
    private final List<JournalLine> lines;

    LogInMemory(Stream<JournalEntry> entries) {
        lines =
                entries.<JournalLine>map(Line::new)
                        .sorted(Comparator.comparing(JournalLine::id))
                        .toList();
    }

    @Override
    public List<JournalLine> next(Instant from, Instant to, @Nullable String after, int most) {
        return lines.stream()
                .filter(line -> after == null || line.id().compareTo(after) > 0)
                .filter(line -> !line.at().isBefore(from) && line.at().isBefore(to))
                .limit(most)
                .toList();
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    private record Line(JournalEntry entry) implements JournalLine {
        @Override
        public String id() {
            return decision().id();
        }

        @Override
        public Instant at() {
            return decision().at();
        }

        @Override
        public String account() {
            return decision().account();
        }

        @Override
        public Verdict verdict() {
            return decision().verdict();
        }

        @Override
        public String region() {
            return entry.region();
        }

        @Override
        public String ruleset() {
            return decision().ruleset();
        }

        @Override
        public SubjectFingerprints traces() {
            return new SubjectFingerprints(entry.destination(), entry.source(), entry.device());
        }

        @Override
        public RecordedOutcome read(FactReader facts) {
            decision()
                    .facts()
                    .forEach((name, value) -> {
                        if (facts.wants(name)) {
                            facts.fact(name, value);
                        }
                    });
            return new RecordedOutcome(
                    decision().until(), decision().reasons(), decision().fired());
        }

        @Override
        public Decision decision() {
            return entry.decision();
        }
    }
}
