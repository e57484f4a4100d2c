package io.verigate.policy;

import io.verigate.decision.ActivityEvent;
import io.verigate.decision.FactType;
import io.verigate.decision.SubjectKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads one file of `policies/`. References between names are checked after all files are read.
final class PolicyReader {
    static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,63}");
    private static final Pattern LIKE_A_DURATION =
            Pattern.compile(
                    "[0-9.]+ *(ms|s|sec|secs|second|seconds|m|min|mins|minute|minutes|h|hour|hours|d|day|days|w|week|weeks)");
    private static final List<String> SECTIONS =
            List.of(
                    "policy",
                    "values",
                    "lists",
                    "counters",
                    "gaps",
                    "shares",
                    "ladders",
                    "scores",
                    "tables",
                    BehaviourReader.SECTION);

    private final String stem;
    private final YamlFile yaml;
    private final PolicyDefinitions into;
    private final EntryReader entries;

    /// @param stem name of the file without `.yaml`
    PolicyReader(String stem, YamlFile yaml, PolicyDefinitions into) {
        this.stem = stem;
        this.yaml = yaml;
        this.into = into;
        this.entries = new EntryReader(yaml);
    }

    void read(String text) {
        Map<String, Node> top = yaml.top(text);
        if (top.isEmpty()) {
            return;
        }
        yaml.known(top, SECTIONS);
        Node policy = top.get("policy");
        if (policy != null && !yaml.text(policy).orElse("").equals(stem)) {
            yaml.fault(policy, "the policy name must match its file: `" + stem + "`");
        }
        each(top.get("values"), this::value);
        each(top.get("lists"), this::list);
        each(top.get("counters"), this::counter);
        each(top.get("gaps"), this::gap);
        each(top.get("shares"), this::share);
        each(top.get("ladders"), this::ladder);
        each(top.get("scores"), new ScoreReader(yaml, into)::score);
        each(top.get("tables"), new TableReader(yaml, into)::table);
        Node behaviours = top.get(BehaviourReader.SECTION);
        if (behaviours != null) {
            // Behaviours affect no decision and are only checked here.
            new BehaviourReader(yaml)
                    .read(behaviours)
                    .forEach(behaviour -> into.behaviour(behaviour.id(), behaviours, yaml));
        }
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
        return "`"
                + shown
                + "` is not a valid name: it must start with a lower-case letter, followed by letters and digits";
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
                                        + "` must be a duration such as `500ms`, `30s`, `15m`, `24h` or `7d`");
                        into.declare(name, FactType.DURATION);
                        return;
                    }
                    if (type == FactType.DURATION && entries.length(node).isEmpty()) {
                        into.declare(name, type);
                        return;
                    }
                    PolicyValue value =
                            new PolicyValue(name, type, Literal.of(type, text).orElse(text));
                    into.value(value, node, yaml);
                });
    }

    private void list(String name, Node node) {
        List<ListEntry> entries = new ArrayList<>();
        yaml.items(node)
                .forEach(item ->
                        yaml.text(item)
                                .ifPresent(text ->
                                        entries.add(new ListEntry(text, yaml.place(item)))));
        if (name.equals(Prices.CURRENCY)) {
            Prices.wrong(entries.stream().map(ListEntry::text).toList())
                    .ifPresent(why -> yaml.fault(node, why));
        }
        into.list(name, entries, node, yaml);
    }

    private void counter(String name, Node node) {
        Map<String, Node> fields =
                yaml.fields(node, List.of("event", "per", "within", "distinct", "after", "quiet"));
        ActivityEvent event = entries.word(fields, "event", ActivityEvent.class, node, true);
        SubjectKind per = entries.word(fields, "per", SubjectKind.class, node, true);
        Duration within =
                entries.required(fields, "within", node).flatMap(entries::window).orElse(null);
        SubjectKind distinct = entries.word(fields, "distinct", SubjectKind.class, node, false);
        ActivityEvent after = entries.word(fields, "after", ActivityEvent.class, node, false);
        Duration quiet =
                Optional.ofNullable(fields.get("quiet")).flatMap(entries::window).orElse(null);
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
        ActivityEvent event = entries.word(fields, "event", ActivityEvent.class, node, true);
        SubjectKind per = entries.word(fields, "per", SubjectKind.class, node, true);
        if (event != null && per != null) {
            into.gap(new GapDefinition(name, event, per), node, yaml);
        } else {
            into.declare(name, FactType.DURATION);
        }
    }

    private void share(String name, Node node) {
        Map<String, Node> fields = yaml.fields(node, List.of("of", "in", "otherwise"));
        Optional<String> of = entries.required(fields, "of", node).flatMap(yaml::text);
        Optional<String> in = entries.required(fields, "in", node).flatMap(yaml::text);
        long otherwise =
                Optional.ofNullable(fields.get("otherwise"))
                        .flatMap(at -> entries.literal(at, Literal::count, "a whole number"))
                        .orElse(0L);
        if (of.isPresent() && in.isPresent()) {
            into.share(new ShareDefinition(name, of.get(), in.get(), otherwise), node, yaml);
        } else {
            into.declare(name, FactType.COUNT);
        }
    }

    private void ladder(String name, Node node) {
        Map<String, Node> fields = yaml.fields(node, List.of("by", "from", "steps"));
        Optional<String> by = entries.required(fields, "by", node).flatMap(yaml::text);
        long from =
                Optional.ofNullable(fields.get("from"))
                        .flatMap(at -> entries.literal(at, Literal::count, "a whole number"))
                        .orElse(0L);
        List<Duration> steps =
                entries.required(fields, "steps", node).map(entries::steps).orElse(List.of());
        if (by.isPresent() && !steps.isEmpty()) {
            into.ladder(new LadderDefinition(name, by.get(), from, steps), node, yaml);
        } else {
            into.declare(name, FactType.DURATION);
        }
    }
}
