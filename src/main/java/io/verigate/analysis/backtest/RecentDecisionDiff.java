package io.verigate.analysis.backtest;

import io.verigate.analysis.replay.RecordedCounts;
import io.verigate.analysis.replay.Revisions;
import io.verigate.decision.Decision;
import io.verigate.decision.Evaluation;
import io.verigate.decision.Merge;
import io.verigate.decision.Verdict;
import io.verigate.journal.DecisionLog;
import io.verigate.journal.JournalEntry;
import io.verigate.journal.JournalFilter;
import io.verigate.journal.JournalQuery;
import io.verigate.policy.Policies;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.runtime.RuleFailure;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSet.Limits;
import io.verigate.rules.runtime.RuleSetLoader;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Decides the newest decisions of the log again by two rule sets, and tells where they part. For a glance at a change;
/// a backtest goes through any time. Writes nothing. Thread-safe.
@Singleton
public final class RecentDecisionDiff {
    private static final int PAGE = 500;
    private static final int EXAMPLES = 10;

    private final DecisionLog journal;
    private final Revisions revisions;
    private final LongSupplier nanoTime;

    @Inject
    RecentDecisionDiff(DecisionLog journal, Revisions revisions) {
        this(journal, revisions, System::nanoTime);
    }

    /// @param revisions the rule sets that decided then
    /// @param nanoTime counts nanoseconds from any beginning
    public RecentDecisionDiff(DecisionLog journal, Revisions revisions, LongSupplier nanoTime) {
        this.journal = journal;
        this.revisions = revisions;
        this.nanoTime = nanoTime;
    }

    /// What was seen.
    ///
    /// @param decisions how many were decided again
    /// @param turns those that part, the most frequent first
    /// @param examples ids of some that part, newest first
    /// @param unknown counters and gaps of either that were not recorded: nothing is known of them, so they count
    ///     nothing here
    public record Parting(
            int decisions, List<Turn> turns, List<String> examples, List<String> unknown) {
        /// How many part.
        public int changed() {
            return turns.stream().mapToInt(Turn::decisions).sum();
        }
    }

    /// Decisions that part in the same way.
    ///
    /// @param rules that fired by one of the two only
    public record Turn(
            Verdict from, Verdict to, String region, List<String> rules, int decisions) {}

    private record Way(Verdict from, Verdict to, String region, List<String> rules) {}

    /// Compares.
    ///
    /// @param most how many of the newest decisions
    /// @throws io.verigate.policy.InvalidRuleSetException when one of the two has any
    public Parting compare(RuleSetFiles from, RuleSetFiles to, int most) {
        RuleSetLoader loader = new RuleSetLoader(nanoTime);
        try (RuleSet one = loader.load(from, Limits.PATIENT);
                RuleSet other = loader.load(to, Limits.PATIENT)) {
            Side before = new Side(one);
            Side after = new Side(other);
            Map<Way, Integer> ways = new HashMap<>();
            List<String> examples = new ArrayList<>();
            int decisions = 0;
            for (JournalEntry entry : newest(most)) {
                decisions++;
                Optional<Way> way = way(entry, before, after);
                way.ifPresent(seen -> ways.merge(seen, 1, Integer::sum));
                if (way.isPresent() && examples.size() < EXAMPLES) {
                    examples.add(entry.decision().id());
                }
            }
            TreeSet<String> unknown = new TreeSet<>(before.unknown);
            unknown.addAll(after.unknown);
            return new Parting(decisions, turns(ways), List.copyOf(examples), List.copyOf(unknown));
        }
    }

    private List<JournalEntry> newest(int most) {
        List<JournalEntry> newest = new ArrayList<>();
        @Nullable String before = null;
        while (newest.size() < most) {
            int page = Math.min(PAGE, most - newest.size());
            List<JournalEntry> more =
                    journal.search(new JournalQuery(JournalFilter.ALL, null, null, before, page));
            newest.addAll(more);
            if (more.size() < page) {
                break;
            }
            before = more.getLast().decision().id();
        }
        return newest;
    }

    private static Optional<Way> way(JournalEntry entry, Side before, Side after) {
        try {
            Evaluation one = before.decide(entry.decision());
            Evaluation other = after.decide(entry.decision());
            Verdict from = Merge.of(one.findings()).verdict();
            Verdict to = Merge.of(other.findings()).verdict();
            TreeSet<String> rules = new TreeSet<>(one.fired());
            rules.addAll(other.fired());
            rules.removeIf(rule -> one.fired().contains(rule) && other.fired().contains(rule));
            return from == to && rules.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Way(from, to, entry.region(), List.copyOf(rules)));
        } catch (RuleFailure e) {
            return Optional.empty();
        }
    }

    private static List<Turn> turns(Map<Way, Integer> ways) {
        return ways.entrySet().stream()
                .map(way ->
                        new Turn(
                                way.getKey().from(),
                                way.getKey().to(),
                                way.getKey().region(),
                                way.getKey().rules(),
                                way.getValue()))
                .sorted(
                        Comparator.comparing(Turn::decisions)
                                .reversed()
                                .thenComparing(Turn::toString))
                .toList();
    }

    private final class Side {
        private final RuleSet ruleSet;
        private final Map<String, RecordedCounts> counts = new HashMap<>();
        private final TreeSet<String> unknown = new TreeSet<>();

        Side(RuleSet ruleSet) {
            this.ruleSet = ruleSet;
        }

        Evaluation decide(Decision decision) {
            RecordedCounts recorded = counts.computeIfAbsent(decision.ruleset(), this::recorded);
            return ruleSet.evaluate(recorded.read(decision));
        }

        private RecordedCounts recorded(String revision) {
            Policies old =
                    revisions.open(revision, files -> Policies.read(files.policies())).orElse(null);
            RecordedCounts recorded = new RecordedCounts(ruleSet.policies(), old);
            unknown.addAll(recorded.unknown());
            return recorded;
        }
    }
}
