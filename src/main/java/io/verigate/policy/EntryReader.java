package io.verigate.policy;

import io.verigate.decision.SpellingSuggestion;
import io.verigate.decision.WireEnum;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads the fields of a policy entry as typed values and reports faults.
final class EntryReader {
    private static final Duration MIN_LENGTH = Duration.ofMinutes(1);
    private static final Duration MAX_LENGTH = Duration.ofDays(90);

    private final YamlFile yaml;

    EntryReader(YamlFile yaml) {
        this.yaml = yaml;
    }

    /// The window of a counter.
    Optional<Duration> window(Node node) {
        return literal(node, Literal::duration, "a duration such as `10m`")
                .filter(window -> {
                    boolean fits =
                            window.compareTo(MIN_LENGTH) >= 0 && window.compareTo(MAX_LENGTH) <= 0;
                    if (!fits) {
                        yaml.fault(node, "must be between `1m` and `90d`");
                    }
                    return fits;
                });
    }

    /// A duration that rules can use.
    Optional<Duration> length(Node node) {
        return literal(node, Literal::duration, "a duration such as `30s` or `24h`")
                .filter(length -> {
                    boolean fits = length.compareTo(Literal.MAX_LENGTH) <= 0;
                    if (!fits) {
                        yaml.fault(
                                node,
                                "`%s` is too long: the maximum is `%s`; use `blockForever` for a permanent block"
                                        .formatted(
                                                yaml.text(node).orElse(""),
                                                Literal.write(Literal.MAX_LENGTH)));
                    }
                    return fits;
                });
    }

    /// The steps of a ladder.
    List<Duration> steps(Node node) {
        List<Duration> steps = new ArrayList<>();
        yaml.items(node).forEach(step -> length(step).ifPresent(steps::add));
        if (yaml.items(node).isEmpty()) {
            yaml.fault(node, "a ladder requires at least one step");
        }
        return steps;
    }

    /// A required field.
    Optional<Node> required(Map<String, Node> fields, String name, Node node) {
        Optional<Node> field = Optional.ofNullable(fields.get(name));
        if (field.isEmpty()) {
            yaml.fault(node, "`" + name + "` is required");
        }
        return field;
    }

    /// A value, parsed by `read`.
    <T> Optional<T> literal(Node node, Function<String, Optional<T>> read, String expected) {
        Optional<String> text = yaml.text(node);
        Optional<T> value = text.flatMap(read);
        if (text.isPresent() && value.isEmpty()) {
            yaml.fault(node, "`" + text.get() + "` must be " + expected);
        }
        return value;
    }

    /// One of an enumeration's words; null when it is missing or unknown.
    <E extends Enum<E> & WireEnum> @Nullable E word(
            Map<String, Node> fields, String name, Class<E> words, Node node, boolean isRequired) {
        Node field = fields.get(name);
        if (field == null) {
            if (isRequired) {
                yaml.fault(
                        node,
                        "`"
                                + name
                                + "` is required: one of "
                                + String.join(", ", WireEnum.all(words)));
            }
            return null;
        }
        Optional<String> text = yaml.text(field);
        Optional<E> found = text.flatMap(one -> WireEnum.parse(words, one));
        if (text.isPresent() && found.isEmpty()) {
            yaml.fault(
                    field,
                    "`%s` is not allowed for `%s`%s Allowed: %s"
                            .formatted(
                                    text.get(),
                                    name,
                                    SpellingSuggestion.question(
                                            text.get(), WireEnum.all(words), "."),
                                    String.join(", ", WireEnum.all(words))));
        }
        return found.orElse(null);
    }
}
