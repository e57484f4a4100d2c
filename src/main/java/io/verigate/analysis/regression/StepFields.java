package io.verigate.analysis.regression;

import io.verigate.decision.SpellingSuggestion;
import io.verigate.decision.WireEnum;
import io.verigate.policy.Literal;
import io.verigate.policy.YamlFile;
import io.verigate.signal.ParseResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// The fields of a step or of a part of it, as typed values. In texts, `{n}` stands for the number of the repetition,
/// from 1, and `{nn}` for the same with two digits.
final class StepFields {
    private final YamlFile yaml;
    private final Node node;
    private final Map<String, Node> fields;
    private final int repetition;

    StepFields(YamlFile yaml, Node node, Map<String, Node> fields, int repetition) {
        this.yaml = yaml;
        this.node = node;
        this.fields = fields;
        this.repetition = repetition;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    void known(List<String> names) {
        yaml.known(fields, names);
    }

    void fault(String message) {
        yaml.fault(node, message);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).flatMap(yaml::text).map(this::numbered);
    }

    /// A text that has to be there; empty, with a fault, when it is not.
    String needed(String name) {
        if (!has(name)) {
            fault("`" + name + "` is required");
        }
        return text(name).orElse("");
    }

    <E extends Enum<E> & WireEnum> Optional<E> word(String name, Class<E> words) {
        return text(name)
                .flatMap(text -> {
                    Optional<E> word = WireEnum.parse(words, text);
                    if (word.isEmpty()) {
                        List<String> all = WireEnum.all(words);
                        at(
                                name,
                                "`%s` is not allowed%s Allowed: %s"
                                        .formatted(
                                                text,
                                                SpellingSuggestion.question(text, all, "."),
                                                String.join(", ", all)));
                    }
                    return word;
                });
    }

    Optional<Duration> length(String name) {
        Optional<Duration> length =
                typed(name, Literal::duration, "a duration such as `90s` or `24h`");
        Optional<String> limit = length.flatMap(Literal::limit);
        if (limit.isPresent()) {
            at(name, "`" + name + "` must be " + limit.get());
            return Optional.empty();
        }
        return length;
    }

    Optional<Long> count(String name) {
        return typed(name, Literal::count, "a whole number");
    }

    Optional<Boolean> flag(String name) {
        return typed(
                name,
                text ->
                        text.equals("true") || text.equals("false")
                                ? Optional.of(text.equals("true"))
                                : Optional.empty(),
                "`true` or `false`");
    }

    /// A text that has to have a form.
    <T> Optional<T> parsed(String name, Function<String, ParseResult<? extends T>> parse) {
        return text(name)
                .flatMap(text ->
                        switch (parse.apply(text)) {
                            case ParseResult.Valid<? extends T>(T value) -> Optional.of(value);
                            case ParseResult.Invalid<? extends T>(String reason) -> {
                                at(name, reason);
                                yield Optional.empty();
                            }
                        });
    }

    /// The fields below a name, written there or by the name that they have in the file.
    Optional<StepFields> child(String name, Map<String, Node> named, List<String> allowed) {
        Node below = fields.get(name);
        if (below instanceof ScalarNode scalar) {
            below = named.get(scalar.getValue());
            if (below == null) {
                at(
                        name,
                        "unknown `%s`: not defined in `%ss` of this file%s"
                                .formatted(
                                        scalar.getValue(),
                                        name,
                                        SpellingSuggestion.question(
                                                scalar.getValue(), named.keySet())));
            }
        }
        return Optional.ofNullable(below)
                .map(found -> new StepFields(yaml, found, yaml.fields(found, allowed), repetition));
    }

    private <T> Optional<T> typed(
            String name, Function<String, Optional<T>> read, String description) {
        return text(name)
                .flatMap(text -> {
                    Optional<T> value = read.apply(text);
                    if (value.isEmpty()) {
                        at(name, "`" + name + "` must be " + description);
                    }
                    return value;
                });
    }

    private void at(String name, String message) {
        yaml.fault(fields.getOrDefault(name, node), message);
    }

    private String numbered(String text) {
        return text.replace("{nn}", "%02d".formatted(repetition))
                .replace("{n}", String.valueOf(repetition));
    }
}
