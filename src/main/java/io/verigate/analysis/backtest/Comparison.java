package io.verigate.analysis.backtest;

import io.verigate.analysis.replay.CountsByName;
import io.verigate.analysis.replay.RecordedCounts.Recorded;
import io.verigate.decision.Decision.Reason;
import io.verigate.decision.DecisionOutcome;
import io.verigate.decision.Evaluation;
import io.verigate.decision.Facts;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Verdict;
import io.verigate.journal.JournalLine;
import io.verigate.policy.Prices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one thread saw of the differences between what was decided and what a candidate decides. Its size depends on
/// the number of rules and regions, never on that of decisions. Used by one thread at a time.
final class Comparison {
    private static final int EXAMPLES = 20;

    long decisions;
    long changed;
    long retimed;
    long reworded;
    long failed;
    final CountsByName<Turn, CountsByName.Number> verdicts =
            new CountsByName<>(CountsByName.Number::new);
    final CountsByName<String, Shift> rules = new CountsByName<>(Shift::new);
    final CountsByName<String, Shift> reasons = new CountsByName<>(Shift::new);
    final CountsByName<String, InRegion> regions = new CountsByName<>(InRegion::new);
    final CountsByName<String, CountsByName.Number> revisions =
            new CountsByName<>(CountsByName.Number::new);
    final List<BacktestReport.Example> examples = new ArrayList<>();

    record Turn(Verdict from, Verdict to) {}

    static final class Shift {
        long gained;
        long lost;
    }

    /// Messages and their cost in millionths.
    static final class Messages {
        long count;
        long micros;
        long unpriced;

        void add(@Nullable Long price) {
            count++;
            micros += price == null ? 0 : price;
            unpriced += price == null ? 1 : 0;
        }

        void add(Messages more) {
            count += more.count;
            micros += more.micros;
            unpriced += more.unpriced;
        }
    }

    static final class InRegion {
        long stricter;
        long milder;
        final Messages notSent = new Messages();
        final Messages newlySent = new Messages();
    }

    /// One decision, decided again.
    ///
    /// @return whether somebody is refused who was let through
    boolean add(
            JournalLine line,
            Recorded recorded,
            Evaluation ruling,
            DecisionOutcome judgement,
            Prices prices) {
        decisions++;
        Verdict was = line.verdict();
        Verdict is = judgement.merge().verdict();
        if (was == is) {
            boolean sameEnd = Objects.equals(recorded.said().until(), judgement.until());
            retimed += sameEnd ? 0 : 1;
            boolean sameWords =
                    ruling.fired().equals(recorded.said().fired())
                            && judgement.reasons().equals(recorded.said().reasons());
            reworded += sameEnd && !sameWords ? 1 : 0;
            return false;
        }
        changed++;
        verdicts.of(new Turn(was, is)).add(1);
        shift(rules, recorded.said().fired(), ruling.fired());
        shift(reasons, codes(recorded.said().reasons()), codes(judgement.reasons()));
        region(line.region(), was, is, recorded.facts(), prices);
        if (examples.size() < EXAMPLES) {
            examples.add(
                    new BacktestReport.Example(
                            line.id(), was.wireName(), is.wireName(), ruling.fired()));
        }
        return was.accepts() && !is.accepts();
    }

    private void region(String name, Verdict was, Verdict is, Facts facts, Prices prices) {
        InRegion region = regions.of(name);
        region.stricter += is.compareTo(was) > 0 ? 1 : 0;
        region.milder += is.compareTo(was) < 0 ? 1 : 0;
        boolean code = (Boolean) facts.get(KnownFact.ASKS_FOR_CODE);
        if (code && was.accepts() != is.accepts()) {
            (was.accepts() ? region.notSent : region.newlySent).add(prices.micros(facts));
        }
    }

    private static void shift(
            CountsByName<String, Shift> into, Collection<String> was, List<String> is) {
        is.stream().filter(name -> !was.contains(name)).forEach(name -> into.of(name).gained++);
        was.stream().filter(name -> !is.contains(name)).forEach(name -> into.of(name).lost++);
    }

    private static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).distinct().toList();
    }

    /// Adds what another thread saw.
    void add(Comparison other) {
        decisions += other.decisions;
        changed += other.changed;
        retimed += other.retimed;
        reworded += other.reworded;
        failed += other.failed;
        other.verdicts.all().forEach((turn, count) -> verdicts.of(turn).add(count.value));
        other.revisions.all().forEach((name, count) -> revisions.of(name).add(count.value));
        add(rules, other.rules);
        add(reasons, other.reasons);
        other.regions
                .all()
                .forEach((name, more) -> {
                    InRegion region = regions.of(name);
                    region.stricter += more.stricter;
                    region.milder += more.milder;
                    region.notSent.add(more.notSent);
                    region.newlySent.add(more.newlySent);
                });
        Set<BacktestReport.Example> both = new HashSet<>(examples);
        both.addAll(other.examples);
        examples.clear();
        both.stream()
                .sorted(Comparator.comparing(BacktestReport.Example::decision))
                .limit(EXAMPLES)
                .forEach(examples::add);
    }

    private static void add(CountsByName<String, Shift> into, CountsByName<String, Shift> more) {
        more.all()
                .forEach((name, shift) -> {
                    into.of(name).gained += shift.gained;
                    into.of(name).lost += shift.lost;
                });
    }
}
