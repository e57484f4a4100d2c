package io.verigate.policy;

import io.verigate.policy.ScoreDefinition.Weight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads the scores of a policy.
final class ScoreReader {
    private final YamlFile yaml;
    private final PolicyDefinitions into;
    private final EntryReader entries;

    ScoreReader(YamlFile yaml, PolicyDefinitions into) {
        this.yaml = yaml;
        this.into = into;
        this.entries = new EntryReader(yaml);
    }

    /// Reads one score.
    void score(String name, Node node) {
        List<Weight> weights = new ArrayList<>();
        yaml.fields(node).forEach((fact, weight) -> weight(fact, weight).ifPresent(weights::add));
        into.score(new ScoreDefinition(name, weights), node, yaml);
    }

    private Optional<Weight> weight(String fact, Node node) {
        if (node instanceof ScalarNode) {
            return entries.literal(node, Literal::count, "a whole number of points")
                    .map(points -> new Weight(fact, null, null, points));
        }
        Map<String, Node> fields = yaml.fields(node, List.of("from", "below", "points"));
        Long from =
                Optional.ofNullable(fields.get("from"))
                        .flatMap(at -> entries.literal(at, Literal::count, "a whole number"))
                        .orElse(null);
        Duration below =
                Optional.ofNullable(fields.get("below"))
                        .flatMap(at ->
                                entries.literal(at, Literal::duration, "a duration such as `2h`"))
                        .orElse(null);
        if (from == null == (below == null)) {
            yaml.fault(node, "`from` is required for a count, or `below` for a duration");
            return Optional.empty();
        }
        return entries.required(fields, "points", node)
                .flatMap(points -> entries.literal(points, Literal::count, "a whole number"))
                .map(points -> new Weight(fact, from, below, points));
    }
}
