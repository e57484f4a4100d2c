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

/// Reads `expect` of a case or step, in the terms of the public API.
public final class ExpectationReader {
    /// Properties of every decision.
    public static final List<String> OF_A_DECISION =
            List.of("verdict", "rules", "reasons", "for", "scope", "kind", "advice", "route");

    /// Additional property of a case: marks such as `region high-traffic`.
    public static final List<String> OF_A_CASE = List.of("marks");

    /// Additional properties of a step: end and clause of a block, usable channels and their hints, channel of the sender,
    /// whether a code was correct, state of a change, language of a message, the way on when no method works, kind of problem,
    /// and number of decisions found.
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

    /// @param start of the timeline, to which a duration in `until` is added
    public ExpectationReader(YamlFile yaml, Instant start) {
        this.yaml = yaml;
        this.start = start;
    }

    /// The expectation in these fields; unknown names are ignored.
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
            case "rules", "reasons" -> Optional.of(yaml.texts(node).stream().sorted().toList());
            case "advice", "methods", "hints", "marks" -> Optional.of(yaml.texts(node));
            case "route", "sender", "clause", "state", "language", "otherwise", "problem" ->
                    yaml.text(node).map(Object.class::cast);
            case "for" ->
                    typed(
                            node,
                            yaml.text(node).flatMap(Literal::duration),
                            "a duration such as `24h`");
            case "until" ->
                    typed(
                            node,
                            yaml.text(node).flatMap(this::end),
                            "a time, or a duration from the start");
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
            yaml.fault(node, "must be " + wanted);
        }
        Optional<String> limit = value.flatMap(Literal::limit);
        if (limit.isPresent()) {
            yaml.fault(node, "must be " + limit.get());
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
                                "`%s` is not allowed%s Allowed: %s"
                                        .formatted(
                                                word,
                                                SpellingSuggestion.question(word, words, "."),
                                                String.join(", ", words))));
        return text.filter(words::contains).map(Object.class::cast);
    }
}
