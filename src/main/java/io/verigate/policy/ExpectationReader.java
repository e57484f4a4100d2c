package io.verigate.policy;

import io.verigate.decision.Scope;
import io.verigate.decision.SpellingSuggestion;
import io.verigate.decision.Verdict;
import io.verigate.decision.WireEnum;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads `expect`: what has to come out of a case or of a step, in the words of the public interface.
public final class ExpectationReader {
    /// What may be expected of every decision.
    public static final List<String> OF_A_DECISION =
            List.of("verdict", "rules", "reasons", "for", "scope", "kind", "advice", "route");

    /// What may be expected besides of a single decision: what it remembers, such as `region high-traffic`.
    public static final List<String> OF_A_CASE = List.of("marks");

    /// What may be expected besides where there is a past: the end, the clause of a block, the other channels that
    /// work now and the hints of their addresses, the channel whose published sender is told, whether a code was the right one, the state of what was added, removed or cleared, the language of a
    /// message, where the choice of no method leads, and the kind of problem that answers.
    public static final List<String> OF_A_STEP =
            List.of(
                    "until",
                    "clause",
                    "methods",
                    "hints",
                    "sender",
                    "verified",
                    "state",
                    "language",
                    "otherwise",
                    "problem",
                    "found");

    private static final List<String> KINDS = List.of("temporary", "permanent", "standing");

    private final YamlFile yaml;
    private final Instant start;

    /// @param start what an `until` that is a length counts from
    public ExpectationReader(YamlFile yaml, Instant start) {
        this.yaml = yaml;
        this.start = start;
    }

    /// The expectation in these fields; names that are not known here are passed over.
    public Expectation read(Map<String, Node> fields) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        fields.forEach((name, node) -> value(name, node).ifPresent(it -> wanted.put(name, it)));
        return new Expectation(wanted);
    }

    private Optional<Object> value(String name, Node node) {
        return switch (name) {
            case "verdict" -> oneOf(node, WireEnum.all(Verdict.class));
            case "scope" -> oneOf(node, WireEnum.all(Scope.class));
            case "kind" -> oneOf(node, KINDS);
            case "rules", "reasons" -> Optional.of(texts(node).stream().sorted().toList());
            case "advice", "methods", "hints", "marks" -> Optional.of(texts(node));
            case "route", "sender", "clause", "state", "language", "otherwise", "problem" ->
                    yaml.text(node).map(Object.class::cast);
            case "for" ->
                    typed(node, yaml.text(node).flatMap(Literal::duration), "a length such as 24h");
            case "until" ->
                    typed(
                            node,
                            yaml.text(node).flatMap(this::end),
                            "a time, or a length from the start");
            case "found" -> typed(node, yaml.text(node).flatMap(Literal::count), "a whole number");
            case "verified" ->
                    oneOf(node, List.of("true", "false")).map(text -> text.equals("true"));
            default -> Optional.empty();
        };
    }

    private Optional<Instant> end(String text) {
        return Literal.time(text).or(() -> Literal.duration(text).map(start::plus));
    }

    private Optional<Object> typed(Node node, Optional<?> value, String wanted) {
        if (value.isEmpty()) {
            yaml.fault(node, "this is " + wanted);
        }
        Optional<String> limit = value.flatMap(Literal::limit);
        if (limit.isPresent()) {
            yaml.fault(node, "this is " + limit.get());
            return Optional.empty();
        }
        return value.map(Object.class::cast);
    }

    private Optional<Object> oneOf(Node node, List<String> words) {
        Optional<String> text = yaml.text(node);
        text.filter(word -> !words.contains(word))
                .ifPresent(word ->
                        yaml.fault(
                                node,
                                "`"
                                        + word
                                        + "` is not one of "
                                        + String.join(", ", words)
                                        + SpellingSuggestion.question(word, words)));
        return text.filter(words::contains).map(Object.class::cast);
    }

    private List<String> texts(Node node) {
        return yaml.items(node).stream().flatMap(item -> yaml.text(item).stream()).toList();
    }
}
