package io.verigate.policy;

import io.verigate.decision.FactSchema;
import io.verigate.decision.FactsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Computes derived facts: counters and gaps first, then shares, tables, ladders and scores. Names are resolved once.
final class DerivedFacts {
    private final List<Placed<CounterDefinition>> counters = new ArrayList<>();
    private final List<Placed<GapDefinition>> gaps = new ArrayList<>();
    private final List<PlacedShare> shares = new ArrayList<>();
    private final List<PlacedTable> tables = new ArrayList<>();
    private final List<PlacedLadder> ladders = new ArrayList<>();
    private final List<PlacedScore> scores = new ArrayList<>();

    DerivedFacts(PolicyDefinitions definitions, FactSchema schema) {
        definitions.counters.forEach(
                one -> counters.add(new Placed<>(place(schema, one.name()), one)));
        definitions.gaps.forEach(one -> gaps.add(new Placed<>(place(schema, one.name()), one)));
        definitions.shares.forEach(one ->
                shares.add(
                        new PlacedShare(
                                place(schema, one.name()),
                                place(schema, one.of()),
                                place(schema, one.in()),
                                one)));
        definitions.tables.forEach(one ->
                tables.add(
                        new PlacedTable(
                                one,
                                one.keys().stream().mapToInt(key -> place(schema, key)).toArray(),
                                one.columns().stream()
                                        .mapToInt(column -> place(schema, column.name()))
                                        .toArray())));
        definitions.ladders.forEach(one ->
                ladders.add(
                        new PlacedLadder(place(schema, one.name()), place(schema, one.by()), one)));
        definitions.scores.forEach(one ->
                scores.add(
                        new PlacedScore(
                                place(schema, one.name()),
                                one.weights().stream()
                                        .mapToInt(weight -> place(schema, weight.fact()))
                                        .toArray(),
                                one)));
    }

    private record Placed<T>(int place, T definition) {}

    private record PlacedShare(int place, int of, int in, ShareDefinition share) {
        long percent(FactsBuilder facts) {
            return share.percent((Long) facts.get(of), (Long) facts.get(in));
        }
    }

    private record PlacedTable(TableDefinition table, int[] keys, int[] columns) {}

    private record PlacedLadder(int place, int by, LadderDefinition ladder) {}

    private record PlacedScore(int place, int[] facts, ScoreDefinition score) {}

    void derive(FactsBuilder facts, CounterValues counts, Instant now, IntPredicate given) {
        for (Placed<CounterDefinition> counter : counters) {
            if (!given.test(counter.place())) {
                facts.set(counter.place(), (Long) counts.count(counter.definition()));
            }
        }
        for (Placed<GapDefinition> gap : gaps) {
            if (!given.test(gap.place())) {
                facts.set(gap.place(), counts.since(gap.definition()));
            }
        }
        for (PlacedShare share : shares) {
            if (!given.test(share.place())) {
                facts.set(share.place(), (Long) share.percent(facts));
            }
        }
        for (PlacedTable table : tables) {
            look(table, facts, now, given);
        }
        for (PlacedLadder ladder : ladders) {
            if (!given.test(ladder.place())) {
                Duration step = ladder.ladder().step((Long) facts.get(ladder.by()));
                facts.set(ladder.place(), step);
            }
        }
        for (PlacedScore score : scores) {
            if (!given.test(score.place())) {
                facts.set(score.place(), (Long) points(score, facts));
            }
        }
    }

    private static void look(
            PlacedTable table, FactsBuilder facts, Instant now, IntPredicate given) {
        List<String> key = new ArrayList<>(table.keys().length);
        for (int place : table.keys()) {
            key.add((String) facts.get(place));
        }
        List<String> cells = table.table().find(key, now);
        for (int column = 0; column < table.columns().length; column++) {
            if (!given.test(table.columns()[column])) {
                facts.set(table.columns()[column], cells.get(column));
            }
        }
    }

    private static long points(PlacedScore score, FactsBuilder facts) {
        long points = 0;
        for (int i = 0; i < score.facts().length; i++) {
            ScoreDefinition.Weight weight = score.score().weights().get(i);
            points += weight.holds(facts.get(score.facts()[i])) ? weight.points() : 0;
        }
        return points;
    }

    private static int place(FactSchema schema, String name) {
        return schema.index(name).orElseThrow();
    }
}
