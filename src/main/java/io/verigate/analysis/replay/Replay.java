package io.verigate.analysis.replay;

import io.verigate.analysis.replay.ReplayReport.Difference;
import io.verigate.analysis.replay.ReplayReport.Part;
import io.verigate.decision.Decision;
import io.verigate.decision.DecisionOutcome;
import io.verigate.decision.Evaluation;
import io.verigate.decision.Facts;
import io.verigate.decision.Merge;
import io.verigate.journal.JournalLine;
import io.verigate.journal.JournalScan;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.runtime.RuleFailure;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSet.Limits;
import io.verigate.rules.runtime.RuleSetLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Decides recorded decisions again by the rule sets that made them, and proves that each comes out the same. Writes
/// nothing. Thread-safe.
public final class Replay {
    private static final int MAX_DIFFERENCES = 100;

    private final JournalScan.ScanFactory journal;
    private final Revisions revisions;
    private final LongSupplier nanoTime;

    /// @param nanoTime counts nanoseconds from any beginning
    public Replay(JournalScan.ScanFactory journal, Revisions revisions, LongSupplier nanoTime) {
        this.journal = journal;
        this.revisions = revisions;
        this.nanoTime = nanoTime;
    }

    /// Goes through a period.
    ///
    /// @param only id of the one decision to replay; null for all
    /// @throws io.verigate.ledger.LedgerUnavailable when the database does not answer
    public ReplayReport run(
            Period period, @Nullable String only, int threads, ProgressListener watch) {
        long start = nanoTime.getAsLong();
        List<Worker> workers = new ArrayList<>();
        try (JournalScan reading = journal.open()) {
            JournalPass.End end =
                    new JournalPass(reading, period, watch)
                            .run(
                                    threads,
                                    () -> {
                                        Worker worker = new Worker(only);
                                        workers.add(worker);
                                        return worker;
                                    });
            Duration took = Duration.ofNanos(nanoTime.getAsLong() - start);
            return report(period, end, workers, took);
        } finally {
            workers.forEach(Worker::close);
        }
    }

    private static ReplayReport report(
            Period period, JournalPass.End end, List<Worker> workers, Duration took) {
        CountsByName<String, CountsByName.Number> unstored =
                new CountsByName<>(CountsByName.Number::new);
        workers.forEach(worker ->
                worker.unstored.all().forEach((name, count) -> unstored.of(name).add(count.value)));
        long decisions = workers.stream().mapToLong(worker -> worker.decisions).sum();
        return new ReplayReport(
                period.from(),
                period.to(),
                end.complete(),
                end.reached(),
                decisions,
                workers.stream().mapToLong(worker -> worker.same).sum(),
                workers.stream().mapToLong(worker -> worker.different).sum(),
                unstored.sorted(Map.Entry.comparingByKey()).stream()
                        .map(one -> new ReplayReport.Unstored(one.getKey(), one.getValue().value))
                        .toList(),
                workers.stream()
                        .flatMap(worker -> worker.differences.stream())
                        .sorted(Comparator.comparing(Difference::decision))
                        .limit(MAX_DIFFERENCES)
                        .toList(),
                Pace.of(decisions, end, took, workers.size()));
    }

    /// One thread, with the rule sets that it met last.
    private final class Worker implements Consumer<List<JournalLine>> {
        private static final int OPEN = 4;

        private final @Nullable String only;
        private final Map<String, Optional<Then>> open = new LinkedHashMap<>(OPEN * 2, 0.75f, true);
        private final CountsByName<String, CountsByName.Number> unstored =
                new CountsByName<>(CountsByName.Number::new);
        private final List<Difference> differences = new ArrayList<>();
        private long decisions;
        private long same;
        private long different;

        Worker(@Nullable String only) {
            this.only = only;
        }

        @Override
        public void accept(List<JournalLine> page) {
            page.stream()
                    .filter(line -> only == null || only.equals(line.id()))
                    .forEach(this::again);
        }

        private void again(JournalLine line) {
            decisions++;
            Optional<Then> then = then(line.ruleset());
            if (then.isEmpty()) {
                unstored.of(line.ruleset()).add(1);
                return;
            }
            List<Part> parts = then.get().parts(line.decision());
            if (parts.isEmpty()) {
                same++;
                return;
            }
            different++;
            if (differences.size() < MAX_DIFFERENCES) {
                differences.add(new Difference(line.id(), line.ruleset(), parts));
            }
        }

        private Optional<Then> then(String revision) {
            Optional<Then> known = open.get(revision);
            if (known != null) {
                return known;
            }
            if (open.size() >= OPEN) {
                String oldest = open.keySet().iterator().next();
                Optional.ofNullable(open.remove(oldest)).flatMap(one -> one).ifPresent(Then::close);
            }
            Optional<Then> found = revisions.open(revision, this::load);
            open.put(revision, found);
            return found;
        }

        private Then load(RuleSetFiles files) {
            RuleSet ruleSet = new RuleSetLoader(nanoTime).load(files, Limits.PATIENT);
            return new Then(ruleSet, new RecordedCounts(ruleSet.policies(), ruleSet.policies()));
        }

        void close() {
            open.values().forEach(one -> one.ifPresent(Then::close));
        }
    }

    /// A rule set that decided then.
    private record Then(RuleSet ruleSet, RecordedCounts counts) {
        List<Part> parts(Decision recorded) {
            Facts facts = counts.read(recorded);
            try {
                Evaluation ruling = ruleSet.evaluate(facts);
                return ReplayComparison.of(
                        recorded,
                        facts,
                        ruling,
                        DecisionOutcome.of(Merge.of(ruling.findings()), facts));
            } catch (RuleFailure e) {
                return List.of(
                        new Part(
                                "verdict",
                                recorded.verdict().wireName(),
                                "a failure of the rules"));
            }
        }

        void close() {
            ruleSet.close();
        }
    }
}
