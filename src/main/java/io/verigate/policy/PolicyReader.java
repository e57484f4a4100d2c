package io.verigate.policy;

import io.verigate.decision.ActivityEvent;
import io.verigate.decision.FactType;
import io.verigate.decision.SubjectKind;
import io.verigate.decision.Word;
import io.verigate.policy.ScoreDefinition.Weight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads one file of `policies/` into definitions; whether names exist is checked once all files are read.
final class PolicyReader {
    static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,63}");
    private static final Pattern LIKE_A_DURATION =
            Pattern.compile(
                    "[0-9.]+ *(ms|s|sec|secs|second|seconds|m|min|mins|minute|minutes|h|hour|hours|d|day|days|w|week|weeks)");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final List<String> SECTIONS =
            List.of("policy", "values", "lists", "counters", "gaps", "ladders", "scores", "tables");

    private final String stem;
    private final Yaml yaml;
    private final Definitions into;

    /// @param stem name of the file without `.yaml`
    PolicyReader(String stem, Yaml yaml, Definitions into) {
        this.stem = stem;
        this.yaml = yaml;
        this.into = into;
    }

    void read(String text) {
        Map<String, Node> top = yaml.top(text);
        if (top.isEmpty()) {
            return;
        }
        yaml.known(top, SECTIONS);
        Node policy = top.get("policy");
        if (policy != null && !yaml.text(policy).orElse("").equals(stem)) {
            yaml.fault(policy, "the policy has to be named like its file: `" + stem + "`");
        }
        each(top.get("values"), this::value);
        each(top.get("lists"), this::list);
        each(top.get("counters"), this::counter);
        each(top.get("gaps"), this::gap);
        each(top.get("ladders"), this::ladder);
        each(top.get("scores"), this::score);
        TableReader tables = new TableReader(yaml, into);
        each(top.get("tables"), tables::table);
    }

    private interface Entry {
        void read(String name, Node node);
    }

    private void each(@Nullable Node section, Entry entry) {
        if (section == null) {
            return;
        }
        yaml.fields(section)
                .forEach((name, node) -> {
                    if (!NAME.matcher(name).matches()) {
                        yaml.fault(node, noName(name));
                        return;
                    }
                    entry.read(name, node);
                });
    }

    static String noName(String name) {
        String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
        return "`" + shown + "` is not a name: begin with a small letter, then letters and digits";
    }

    private void value(String name, Node node) {
        yaml.text(node)
                .ifPresent(text -> {
                    FactType type = Literal.type(text);
                    if (type == FactType.TEXT && LIKE_A_DURATION.matcher(text).matches()) {
                        yaml.fault(
                                node,
                                "`"
                                        + text
                                        + "` is not a duration: write `500ms`, `30s`, `15m`, `24h` or `7d`");
                        into.declare(name, FactType.DURATION);
                        return;
                    }
                    PolicyValue value =
                            new PolicyValue(name, type, Literal.of(type, text).orElse(text));
                    into.value(value, node, yaml);
                });
    }

    private void list(String name, Node node) {
        List<String> texts = new ArrayList<>();
        yaml.items(node).forEach(item -> yaml.text(item).ifPresent(texts::add));
        into.list(name, texts, node, yaml);
    }

    private void counter(String name, Node node) {
        Map<String, Node> fields =
                yaml.fields(node, List.of("event", "per", "within", "distinct", "after", "quiet"));
        ActivityEvent event = word(fields, "event", ActivityEvent.class, node, true);
        SubjectKind per = word(fields, "per", SubjectKind.class, node, true);
        Duration within = required(fields, "within", node).flatMap(this::window).orElse(null);
        SubjectKind distinct = word(fields, "distinct", SubjectKind.class, node, false);
        ActivityEvent after = word(fields, "after", ActivityEvent.class, node, false);
        Duration quiet =
                Optional.ofNullable(fields.get("quiet")).flatMap(this::window).orElse(null);
        if (event != null && per != null && within != null) {
            into.counter(
                    new CounterDefinition(name, event, per, within, distinct, after, quiet),
                    node,
                    yaml);
        } else {
            into.declare(name, FactType.COUNT);
        }
    }

    private void gap(String name, Node node) {
        Map<String, Node> fields = yaml.fields(node, List.of("event", "per"));
        ActivityEvent event = word(fields, "event", ActivityEvent.class, node, true);
        SubjectKind per = word(fields, "per", SubjectKind.class, node, true);
        if (event != null && per != null) {
            into.gap(new GapDefinition(name, event, per), node, yaml);
        } else {
            into.declare(name, FactType.DURATION);
        }
    }

    private void ladder(String name, Node node) {
        Map<String, Node> fields = yaml.fields(node, List.of("by", "from", "steps"));
        Optional<String> by = required(fields, "by", node).flatMap(yaml::text);
        long from =
                Optional.ofNullable(fields.get("from"))
                        .flatMap(at -> literal(at, Literal::count, "a whole number"))
                        .orElse(0L);
        List<Duration> steps = new ArrayList<>();
        required(fields, "steps", node)
                .map(yaml::items)
                .orElse(List.of())
                .forEach(step ->
                        literal(step, Literal::duration, "a duration such as `30s` or `24h`")
                                .ifPresent(steps::add));
        if (by.isPresent() && !steps.isEmpty()) {
            into.ladder(new LadderDefinition(name, by.get(), from, steps), node, yaml);
        } else {
            into.declare(name, FactType.DURATION);
        }
    }

    private void score(String name, Node node) {
        List<Weight> weights = new ArrayList<>();
        yaml.fields(node).forEach((fact, weight) -> weight(fact, weight).ifPresent(weights::add));
        into.score(new ScoreDefinition(name, weights), node, yaml);
    }

    private Optional<Weight> weight(String fact, Node node) {
        if (node instanceof ScalarNode) {
            return literal(node, Literal::count, "the points, a whole number")
                    .map(points -> new Weight(fact, null, null, points));
        }
        Map<String, Node> fields = yaml.fields(node, List.of("from", "below", "points"));
        Long from =
                Optional.ofNullable(fields.get("from"))
                        .flatMap(at -> literal(at, Literal::count, "a whole number"))
                        .orElse(null);
        Duration below =
                Optional.ofNullable(fields.get("below"))
                        .flatMap(at -> literal(at, Literal::duration, "a duration such as `2h`"))
                        .orElse(null);
        if (from == null == (below == null)) {
            yaml.fault(node, "give `from` for a count or `below` for a duration");
            return Optional.empty();
        }
        return required(fields, "points", node)
                .flatMap(points -> literal(points, Literal::count, "a whole number"))
                .map(points -> new Weight(fact, from, below, points));
    }

    private Optional<Duration> window(Node node) {
        return literal(node, Literal::duration, "a duration such as `10m`")
                .filter(window -> {
                    boolean fits =
                            window.compareTo(SHORTEST) >= 0 && window.compareTo(LONGEST) <= 0;
                    if (!fits) {
                        yaml.fault(node, "a window is from `1m` to `90d`");
                    }
                    return fits;
                });
    }

    private Optional<Node> required(Map<String, Node> fields, String name, Node node) {
        Optional<Node> field = Optional.ofNullable(fields.get(name));
        if (field.isEmpty()) {
            yaml.fault(node, "`" + name + "` is missing");
        }
        return field;
    }

    private <T> Optional<T> literal(
            Node node, Function<String, Optional<T>> read, String expected) {
        Optional<String> text = yaml.text(node);
        Optional<T> value = text.flatMap(read);
        if (text.isPresent() && value.isEmpty()) {
            yaml.fault(node, "`" + text.get() + "` is not " + expected);
        }
        return value;
    }

    private <E extends Enum<E> & Word> @Nullable E word(
            Map<String, Node> fields, String name, Class<E> words, Node node, boolean isRequired) {
        Node field = fields.get(name);
        if (field == null) {
            if (isRequired) {
                yaml.fault(
                        node,
                        "`" + name + "` is missing; one of " + String.join(", ", Word.all(words)));
            }
            return null;
        }
        Optional<String> text = yaml.text(field);
        Optional<E> found = text.flatMap(one -> Word.parse(words, one));
        if (text.isPresent() && found.isEmpty()) {
            yaml.fault(
                    field,
                    "`%s` is not a word for `%s`%s Words: %s"
                            .formatted(
                                    text.get(),
                                    name,
                                    Fault.nearest(text.get(), Word.all(words))
                                            .map(near -> ", did you mean `" + near + "`?")
                                            .orElse("."),
                                    String.join(", ", Word.all(words))));
        }
        return found.orElse(null);
    }
}
