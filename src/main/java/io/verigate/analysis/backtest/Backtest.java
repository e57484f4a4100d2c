package io.verigate.analysis.backtest;

import io.verigate.analysis.replay.JournalPass;
import io.verigate.analysis.replay.Period;
import io.verigate.analysis.replay.ProgressListener;
import io.verigate.analysis.replay.RecordedCounts;
import io.verigate.analysis.replay.RecordedCounts.Recorded;
import io.verigate.analysis.replay.Revisions;
import io.verigate.decision.DecisionOutcome;
import io.verigate.decision.Evaluation;
import io.verigate.decision.Merge;
import io.verigate.journal.JournalLine;
import io.verigate.journal.JournalScan;
import io.verigate.policy.Policies;
import io.verigate.policy.Prices;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.runtime.RuleFailure;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSet.Limits;
import io.verigate.rules.runtime.RuleSetLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Decides recorded decisions again by a candidate, and tells what changes. Writes nothing. Thread-safe.
public final class Backtest {
    private final JournalScan.ScanFactory journal;
    private final Revisions revisions;
    private final VerifiedCodes verified;
    private final LongSupplier nanoTime;

    /// @param revisions the rule sets that decided then
    /// @param nanoTime counts nanoseconds from any beginning
    public Backtest(
            JournalScan.ScanFactory journal,
            Revisions revisions,
            VerifiedCodes verified,
            LongSupplier nanoTime) {
        this.journal = journal;
        this.revisions = revisions;
        this.verified = verified;
        this.nanoTime = nanoTime;
    }

    /// Goes through a period.
    ///
    /// @throws io.verigate.policy.InvalidRuleSetException when the candidate has any
    /// @throws io.verigate.ledger.LedgerUnavailable when the database does not answer
    public BacktestReport run(
            RuleSetFiles candidate, Period period, int threads, ProgressListener watch) {
        long start = nanoTime.getAsLong();
        try (RuleSet ruleSet = new RuleSetLoader(nanoTime).load(candidate, Limits.PATIENT);
                JournalScan reading = journal.open()) {
            Trial trial = new Trial(ruleSet, candidate);
            List<Worker> workers = new ArrayList<>();
            JournalPass.End end =
                    new JournalPass(reading, period, watch)
                            .run(
                                    threads,
                                    () -> {
                                        Worker worker = new Worker(trial);
                                        workers.add(worker);
                                        return worker;
                                    });
            Comparison all = new Comparison();
            workers.forEach(worker -> all.add(worker.seen));
            Duration took = Duration.ofNanos(nanoTime.getAsLong() - start);
            return new ReportBuilder(trial, all).report(period, end, took, threads);
        }
    }

    /// What all threads of one backtest share.
    final class Trial {
        final RuleSet ruleSet;
        final RuleSetFiles files;
        final Prices prices;
        final FalsePositives hurting = new FalsePositives(verified);
        final Map<String, Optional<Policies>> old = new ConcurrentHashMap<>();
        private final Map<String, RecordedCounts> counts = new ConcurrentHashMap<>();

        Trial(RuleSet ruleSet, RuleSetFiles files) {
            this.ruleSet = ruleSet;
            this.files = files;
            this.prices = new Prices(ruleSet.policies());
        }

        RecordedCounts counts(String revision) {
            return counts.computeIfAbsent(
                    revision, key -> new RecordedCounts(ruleSet.policies(), old(key).orElse(null)));
        }

        Optional<Policies> old(String revision) {
            return old.computeIfAbsent(
                    revision, key -> revisions.open(key, found -> Policies.read(found.policies())));
        }
    }

    private static final class Worker implements Consumer<List<JournalLine>> {
        private final Trial trial;
        private final Comparison seen = new Comparison();
        private String revision;
        private RecordedCounts counts;

        Worker(Trial trial) {
            this.trial = trial;
            this.revision = trial.ruleSet.revision();
            this.counts = trial.counts(revision);
        }

        @Override
        public void accept(List<JournalLine> page) {
            List<JournalLine> refused = new ArrayList<>();
            for (JournalLine line : page) {
                if (again(line)) {
                    refused.add(line);
                }
            }
            trial.hurting.add(refused);
        }

        private boolean again(JournalLine line) {
            if (!line.ruleset().equals(revision)) {
                revision = line.ruleset();
                counts = trial.counts(revision);
            }
            seen.revisions.of(revision).add(1);
            Recorded recorded = counts.read(line);
            try {
                Evaluation ruling = trial.ruleSet.evaluate(recorded.facts());
                DecisionOutcome judgement =
                        DecisionOutcome.of(Merge.of(ruling.findings()), recorded.facts());
                return seen.add(line, recorded, ruling, judgement, trial.prices);
            } catch (RuleFailure e) {
                seen.decisions++;
                seen.failed++;
                return false;
            }
        }
    }
}
