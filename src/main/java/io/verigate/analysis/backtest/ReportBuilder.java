package io.verigate.analysis.backtest;

import io.verigate.analysis.backtest.Comparison.InRegion;
import io.verigate.analysis.backtest.Comparison.Messages;
import io.verigate.analysis.backtest.Comparison.Shift;
import io.verigate.analysis.replay.CountsByName;
import io.verigate.analysis.replay.JournalPass;
import io.verigate.analysis.replay.Pace;
import io.verigate.analysis.replay.Period;
import io.verigate.policy.Policies;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the report of a backtest.
final class ReportBuilder {
    /// What addresses and networks tell is derived from what is not recorded.
    private static final List<String> LISTS =
            List.of(
                    "ownDomains",
                    "disposableDomains",
                    "linePrefixes",
                    "hostingNetworks",
                    "anonymisingNetworks");

    private final Backtest.Trial trial;
    private final Comparison seen;

    ReportBuilder(Backtest.Trial trial, Comparison seen) {
        this.trial = trial;
        this.seen = seen;
    }

    BacktestReport report(Period period, JournalPass.End end, Duration took, int threads) {
        Messages notSent = new Messages();
        Messages newlySent = new Messages();
        seen.regions
                .all()
                .values()
                .forEach(region -> {
                    notSent.add(region.notSent);
                    newlySent.add(region.newlySent);
                });
        return new BacktestReport(
                trial.ruleSet.revision(),
                period.from(),
                period.to(),
                end.complete(),
                end.reached(),
                seen.decisions,
                seen.changed,
                seen.retimed,
                seen.reworded,
                seen.failed,
                verdicts(),
                shifts(seen.rules),
                shifts(seen.reasons),
                regions(),
                messages(notSent),
                messages(newlySent),
                trial.hurting.hurt(),
                blind(),
                notes(),
                seen.examples,
                Pace.of(seen.decisions, end, took, threads));
    }

    private List<BacktestReport.Turn> verdicts() {
        return seen
                .verdicts
                .sorted(
                        Comparator.<Map.Entry<Comparison.Turn, CountsByName.Number>>comparingLong(
                                        one -> -one.getValue().value)
                                .thenComparing(one -> one.getKey().from())
                                .thenComparing(one -> one.getKey().to()))
                .stream()
                .map(one ->
                        new BacktestReport.Turn(
                                one.getKey().from().wireName(),
                                one.getKey().to().wireName(),
                                one.getValue().value))
                .toList();
    }

    private static List<BacktestReport.Shift> shifts(CountsByName<String, Shift> shifts) {
        return shifts
                .sorted(
                        Comparator.<Map.Entry<String, Shift>>comparingLong(
                                        one -> -one.getValue().gained - one.getValue().lost)
                                .thenComparing(Map.Entry::getKey))
                .stream()
                .map(one ->
                        new BacktestReport.Shift(
                                one.getKey(), one.getValue().gained, one.getValue().lost))
                .toList();
    }

    private List<BacktestReport.Region> regions() {
        return seen
                .regions
                .sorted(
                        Comparator.<Map.Entry<String, InRegion>>comparingLong(
                                        one -> -one.getValue().stricter - one.getValue().milder)
                                .thenComparing(Map.Entry::getKey))
                .stream()
                .map(one ->
                        new BacktestReport.Region(
                                one.getKey(),
                                one.getValue().stricter,
                                one.getValue().milder,
                                messages(one.getValue().notSent),
                                messages(one.getValue().newlySent)))
                .toList();
    }

    private BacktestReport.Messages messages(Messages messages) {
        return new BacktestReport.Messages(
                messages.count,
                BigDecimal.valueOf(messages.micros, 6),
                trial.prices.currency(),
                messages.unpriced);
    }

    private List<BacktestReport.Blind> blind() {
        Dependents dependents = new Dependents(trial.ruleSet, trial.files);
        CountsByName<String, CountsByName.Number> blind =
                new CountsByName<>(CountsByName.Number::new);
        seen.revisions
                .all()
                .forEach((revision, count) ->
                        trial.counts(revision)
                                .unknown()
                                .forEach(name -> blind.of(name).add(count.value)));
        return blind.sorted(Map.Entry.comparingByKey()).stream()
                .map(one ->
                        new BacktestReport.Blind(
                                one.getKey(), one.getValue().value, dependents.of(one.getKey())))
                .toList();
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        seen.revisions.sorted(Map.Entry.comparingByKey()).stream()
                .filter(one -> trial.old(one.getKey()).isEmpty())
                .forEach(one ->
                        notes.add(
                                "%d decisions were made by the rule set %s, which is not stored: their counters are taken by name, and one that the record lacks counts as zero"
                                        .formatted(one.getValue().value, one.getKey())));
        for (String list : LISTS) {
            if (trial.old.values().stream()
                    .flatMap(Optional::stream)
                    .anyMatch(old -> differs(old, list))) {
                notes.add(
                        "the list `%s` is another one: addresses are not recorded, so what it told then still holds here"
                                .formatted(list));
            }
        }
        return notes;
    }

    private boolean differs(Policies old, String list) {
        return !old.list(list).equals(trial.ruleSet.policies().list(list));
    }
}
