package io.verigate.policy;

import io.verigate.decision.FactDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Warnings about policies that load but probably do not do what was meant.
final class PolicyWarnings {
    /// Lists and tables that the service itself reads, so that rules need not use them.
    private static final Set<String> OF_THE_SERVICE =
            Set.of(
                    "ownDomains",
                    "disposableDomains",
                    "familiarDomains",
                    "domainEndings",
                    "linePrefixes",
                    "hostingNetworks",
                    "anonymisingNetworks",
                    "priceCurrency",
                    "prices",
                    "waysBack");

    // A few missing rows are probably a mistake, many are intended.
    private static final int MAX_GAPS = 3;
    private static final int MAX_GAPS_PER_EVENT = 10;

    private final PolicyDefinitions definitions;
    private final Set<String> used;
    private final List<Diagnostic> found = new ArrayList<>();

    PolicyWarnings(PolicyDefinitions definitions, Set<String> used) {
        this.definitions = definitions;
        this.used = new HashSet<>(used);
    }

    List<Diagnostic> all() {
        definitions.ladders.forEach(this::ladder);
        definitions.tables.forEach(this::gaps);
        definitions.ladders.forEach(one -> used.add(one.by()));
        definitions.scores.forEach(
                score -> score.weights().forEach(weight -> used.add(weight.fact())));
        definitions.shares.forEach(share -> used.addAll(List.of(share.of(), share.in())));
        definitions.tables.forEach(table -> used.addAll(table.keys()));
        definitions.values.keySet().forEach(name -> unused("value", name));
        definitions.lists.keySet().stream()
                .filter(name -> !OF_THE_SERVICE.contains(name))
                .forEach(name -> unused("list", name));
        definitions.counters.forEach(one -> unused("counter", one.name()));
        definitions.gaps.forEach(one -> unused("gap", one.name()));
        definitions.shares.forEach(one -> unused("share", one.name()));
        definitions.ladders.forEach(one -> unused("ladder", one.name()));
        definitions.scores.forEach(one -> unused("score", one.name()));
        for (TableDefinition table : definitions.tables) {
            if (!OF_THE_SERVICE.contains(table.name())
                    && table.columns().stream()
                            .map(FactDefinition::name)
                            .noneMatch(used::contains)) {
                warn(
                        PolicyDefinitions.TABLE + table.name(),
                        "unused",
                        "no rule uses a column of the table `%s`: use it or remove it"
                                .formatted(table.name()));
            }
        }
        return found;
    }

    private void unused(String kind, String name) {
        if (!used.contains(name)) {
            warn(
                    name,
                    "unused",
                    "no rule uses the %s `%s`: use it or remove it".formatted(kind, name));
        }
    }

    private void ladder(LadderDefinition ladder) {
        for (int i = 1; i < ladder.steps().size(); i++) {
            Duration before = ladder.steps().get(i - 1);
            Duration step = ladder.steps().get(i);
            if (step.compareTo(before) <= 0) {
                warn(
                        ladder.name(),
                        "ladder",
                        "step %d of the ladder `%s`, %s, is %s the step before it, %s: the steps of a ladder must increase"
                                .formatted(
                                        i + 1,
                                        ladder.name(),
                                        Literal.write(step),
                                        step.equals(before) ? "as long as" : "shorter than",
                                        Literal.write(before)));
            }
        }
    }

    /// Missing rows for combinations of keys that appear in other rows.
    private void gaps(TableDefinition table) {
        if (table.keys().size() < 2) {
            return;
        }
        List<Set<String>> seen = new ArrayList<>();
        table.keys().forEach(key -> seen.add(new LinkedHashSet<>()));
        table.rows().keySet().stream()
                .sorted(Comparator.comparing(List::toString))
                .forEach(key -> {
                    for (int i = 0; i < key.size(); i++) {
                        seen.get(i).add(key.get(i));
                    }
                });
        long whole = seen.stream().mapToLong(Set::size).reduce(1, (a, b) -> a * b);
        long without = whole - table.rows().size();
        if (without <= 0 || without > Math.max(MAX_GAPS, whole / MAX_GAPS_PER_EVENT)) {
            return;
        }
        List<String> missing = new ArrayList<>();
        missing(table.rows(), seen, List.of(), missing);
        warn(
                PolicyDefinitions.TABLE + table.name(),
                "table",
                "the table `%s` has no row for %s%s: `otherwise` applies there"
                        .formatted(
                                table.name(),
                                String.join(
                                        "; ",
                                        missing.subList(0, Math.min(MAX_GAPS, missing.size()))),
                                missing.size() > MAX_GAPS
                                        ? " and %d more".formatted(missing.size() - MAX_GAPS)
                                        : ""));
    }

    private static void missing(
            Map<List<String>, TableDefinition.Row> rows,
            List<Set<String>> seen,
            List<String> start,
            List<String> into) {
        if (start.size() == seen.size()) {
            if (!rows.containsKey(start)) {
                into.add(String.join(", ", start));
            }
            return;
        }
        for (String value : seen.get(start.size())) {
            List<String> longer = new ArrayList<>(start);
            longer.add(value);
            missing(rows, seen, longer, into);
        }
    }

    private void warn(String name, String topic, String message) {
        SourcePosition place =
                definitions.places.getOrDefault(name, new SourcePosition("policies", 0, 0));
        found.add(Diagnostic.warning(place.file(), place.line(), place.column(), topic, message));
    }
}
