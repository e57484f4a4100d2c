package io.verigate.policy;

import io.verigate.decision.FactDefinition;
import io.verigate.decision.FactType;
import io.verigate.decision.KnownFact;
import io.verigate.decision.SpellingSuggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/// Collects the definitions of all files in one namespace and checks references between them.
final class PolicyDefinitions {
    /// Prefix of table names in `places`, because a table can have the name of a fact.
    static final String TABLE = "table ";

    final Map<String, PolicyValue> values = new LinkedHashMap<>();
    final Map<String, List<String>> lists = new LinkedHashMap<>();
    final List<CounterDefinition> counters = new ArrayList<>();
    final List<GapDefinition> gaps = new ArrayList<>();
    final List<ShareDefinition> shares = new ArrayList<>();
    final List<TableDefinition> tables = new ArrayList<>();
    final List<LadderDefinition> ladders = new ArrayList<>();
    final List<ScoreDefinition> scores = new ArrayList<>();

    final Map<String, List<ListEntry>> entries = new HashMap<>();
    final Map<String, SourcePosition> places = new HashMap<>();

    private final Set<String> behaviours = new HashSet<>();
    private final Map<String, FactType> types = new HashMap<>();
    private final Map<String, List<String>> words = new HashMap<>();
    private final List<Runnable> checks = new ArrayList<>();

    PolicyDefinitions() {
        for (KnownFact fact : KnownFact.values()) {
            types.put(fact.definition().name(), fact.definition().type());
        }
    }

    /// Declares a name whose definition has a fault, so that its uses are not reported as well.
    void declare(String name, FactType type) {
        types.put(name, type);
    }

    void value(PolicyValue value, Node node, YamlFile yaml) {
        name(value.name(), value.type(), node, yaml);
        values.put(value.name(), value);
    }

    void list(String name, List<ListEntry> all, Node node, YamlFile yaml) {
        entries.put(name, List.copyOf(all));
        if (lists.put(name, all.stream().map(ListEntry::text).toList()) != null
                || types.containsKey(name)) {
            yaml.fault(node, "the name `" + name + "` is already in use: choose another");
        }
        places.put(name, yaml.place(node));
    }

    void behaviour(String id, Node node, YamlFile yaml) {
        if (!behaviours.add(id)) {
            yaml.fault(
                    node,
                    "the behaviour `" + id + "` is also defined in another policy: remove one");
        }
    }

    void counter(CounterDefinition counter, Node node, YamlFile yaml) {
        name(counter.name(), FactType.COUNT, node, yaml);
        counters.add(counter);
        if (counter.distinct() == counter.per()) {
            yaml.fault(node, "`distinct` must differ from `per`");
        }
    }

    void gap(GapDefinition gap, Node node, YamlFile yaml) {
        name(gap.name(), FactType.DURATION, node, yaml);
        gaps.add(gap);
    }

    void share(ShareDefinition share, Node node, YamlFile yaml) {
        name(share.name(), FactType.COUNT, node, yaml);
        shares.add(share);
        checks.add(() -> check(share.of(), FactType.COUNT, "`of` is", node, yaml));
        checks.add(() -> check(share.in(), FactType.COUNT, "`in` is", node, yaml));
        checks.add(() -> {
            if (shares.stream()
                    .map(ShareDefinition::name)
                    .anyMatch(List.of(share.of(), share.in())::contains)) {
                yaml.fault(node, "a share cannot be based on a share: use counters");
            }
        });
    }

    void ladder(LadderDefinition ladder, Node node, YamlFile yaml) {
        name(ladder.name(), FactType.DURATION, node, yaml);
        ladders.add(ladder);
        checks.add(() -> check(ladder.by(), FactType.COUNT, "`by` is", node, yaml));
    }

    void score(ScoreDefinition score, Node node, YamlFile yaml) {
        name(score.name(), FactType.COUNT, node, yaml);
        scores.add(score);
        for (ScoreDefinition.Weight weight : score.weights()) {
            FactType wanted =
                    weight.from() != null
                            ? FactType.COUNT
                            : weight.below() != null ? FactType.DURATION : FactType.FLAG;
            checks.add(() -> check(weight.fact(), wanted, "the score uses", node, yaml));
        }
        checks.add(() ->
                score.weights()
                        .forEach(weight -> {
                            if (scores.stream()
                                    .anyMatch(other -> other.name().equals(weight.fact()))) {
                                yaml.fault(
                                        node,
                                        "a score cannot be based on the score `"
                                                + weight.fact()
                                                + "`");
                            }
                        }));
    }

    void table(TableDefinition table, Node node, YamlFile yaml) {
        tables.add(table);
        places.put(TABLE + table.name(), yaml.place(node));
        table.columns().forEach(column -> name(column.name(), FactType.TEXT, node, yaml));
        table.keys()
                .forEach(key ->
                        checks.add(() -> check(key, FactType.TEXT, "the key is", node, yaml)));
        table.columns().stream()
                .map(FactDefinition::name)
                .filter(table.keys()::contains)
                .forEach(own ->
                        yaml.fault(
                                node,
                                "the key `%s` is a column of the same table: use another fact"
                                        .formatted(own)));
    }

    /// A key of a table row.
    void key(String fact, String text, Node node, YamlFile yaml) {
        checks.add(() ->
                Vocabulary.never(fact, text, words.getOrDefault(fact, List.of()))
                        .ifPresent(why -> yaml.fault(node, why)));
    }

    /// Runs the checks that require all files.
    void finish() {
        for (KnownFact fact : KnownFact.values()) {
            words.put(fact.definition().name(), fact.definition().words());
        }
        tables.forEach(table ->
                table.columns().forEach(column -> words.put(column.name(), column.words())));
        words.values().removeIf(List::isEmpty);
        checks.forEach(Runnable::run);
    }

    /// The derived facts in order of computation.
    List<FactDefinition> facts() {
        List<FactDefinition> facts = new ArrayList<>();
        counters.forEach(
                counter -> facts.add(fact(counter.name(), FactType.COUNT, meaning(counter))));
        gaps.forEach(gap ->
                facts.add(
                        fact(
                                gap.name(),
                                FactType.DURATION,
                                "time since the last `%s` event of this %s"
                                        .formatted(gap.event().wireName(), gap.per().wireName()))));
        shares.forEach(share ->
                facts.add(
                        fact(
                                share.name(),
                                FactType.COUNT,
                                "`%s` in percent of `%s`".formatted(share.of(), share.in()))));
        tables.forEach(table -> facts.addAll(table.columns()));
        ladders.forEach(ladder ->
                facts.add(
                        fact(
                                ladder.name(),
                                FactType.DURATION,
                                "grows with `" + ladder.by() + "`")));
        scores.forEach(score -> facts.add(fact(score.name(), FactType.COUNT, "sum of points")));
        return facts;
    }

    private static String meaning(CounterDefinition counter) {
        String window =
                "per %s within %s"
                        .formatted(counter.per().wireName(), Literal.write(counter.within()));
        return counter.distinct() == null
                ? "number of `%s` events %s".formatted(counter.event().wireName(), window)
                : "number of different %ss in `%s` events %s"
                        .formatted(
                                counter.distinct().wireName(), counter.event().wireName(), window);
    }

    /// The names that rules may read, as far as definitions could be read.
    Vocabulary vocabulary() {
        Map<String, SourcePosition> defined = new HashMap<>(places);
        defined.keySet().retainAll(values.keySet());
        return new Vocabulary(types, words, entries, defined);
    }

    private static FactDefinition fact(String name, FactType type, String meaning) {
        return new FactDefinition(name, type, List.of(), meaning);
    }

    private void name(String name, FactType type, Node node, YamlFile yaml) {
        places.put(name, yaml.place(node));
        if (types.put(name, type) != null || lists.containsKey(name)) {
            yaml.fault(
                    node,
                    "the name `"
                            + name
                            + "` is already used by a fact or another policy: choose another");
        }
    }

    private void check(String name, FactType wanted, String use, Node node, YamlFile yaml) {
        FactType type = types.get(name);
        if (values.containsKey(name)) {
            yaml.fault(node, use + " `" + name + "`, which is a constant value: use a fact");
        } else if (type == null) {
            yaml.fault(
                    node,
                    use
                            + " `"
                            + name
                            + "`, which is unknown"
                            + SpellingSuggestion.question(name, types.keySet()));
        } else if (type != wanted) {
            yaml.fault(
                    node,
                    use
                            + " `"
                            + name
                            + "`, which is a "
                            + type.wireName()
                            + " but must be a "
                            + wanted.wireName());
        }
    }
}
