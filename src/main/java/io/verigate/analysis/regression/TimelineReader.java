package io.verigate.analysis.regression;

import io.verigate.policy.CaseReader;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.Expectation;
import io.verigate.policy.ExpectationReader;
import io.verigate.policy.Literal;
import io.verigate.policy.YamlFile;
import io.verigate.rules.runtime.CaseRunner;
import io.verigate.signal.Addresses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads the `timelines` of `*.cases.yaml`.
final class TimelineReader {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");
    private static final List<String> EXPECTED =
            Stream.of(ExpectationReader.OF_A_DECISION, ExpectationReader.OF_A_STEP, List.of("nth"))
                    .flatMap(List::stream)
                    .toList();

    private final Addresses addresses;
    private final List<Diagnostic> faults;
    private final List<Timeline> timelines = new ArrayList<>();
    private final ActionCount count = new ActionCount();

    TimelineReader(Addresses addresses, List<Diagnostic> faults) {
        this.addresses = addresses;
        this.faults = faults;
    }

    /// All timelines of all files; what is wrong goes to the faults.
    List<Timeline> read(Map<String, String> files) {
        new TreeMap<>(files).forEach(this::file);
        return List.copyOf(timelines);
    }

    private void file(String file, String text) {
        YamlFile yaml = new YamlFile(file, faults);
        Map<String, Node> top = yaml.top(text);
        yaml.known(top, CaseReader.TOP);
        ActionReader acts =
                new ActionReader(
                        new InteractionFields(
                                addresses,
                                named(yaml, top, "sources"),
                                named(yaml, top, "methods")));
        Set<String> names = new HashSet<>();
        for (Node node :
                Optional.ofNullable(top.get("timelines")).map(yaml::items).orElse(List.of())) {
            Timeline timeline = timeline(file, yaml, acts, node);
            timelines.add(timeline);
            if (!names.add(timeline.name())) {
                yaml.fault(node, "duplicate timeline name `" + timeline.name() + "`: rename one");
            }
        }
    }

    private static Map<String, Node> named(YamlFile yaml, Map<String, Node> top, String name) {
        return Optional.ofNullable(top.get(name)).map(yaml::fields).orElse(Map.of());
    }

    private Timeline timeline(String file, YamlFile yaml, ActionReader acts, Node node) {
        count.begin();
        Map<String, Node> fields = yaml.fields(node, List.of("name", "start", "steps"));
        String name = Optional.ofNullable(fields.get("name")).flatMap(yaml::text).orElse("");
        Node steps = fields.get("steps");
        if (name.isBlank() || steps == null) {
            yaml.fault(node, "a timeline requires `name` and `steps`");
        }
        Node told = fields.get("start");
        Optional<Instant> start =
                Optional.ofNullable(told).flatMap(yaml::text).flatMap(Literal::time);
        if (told != null && (start.isEmpty() || start.flatMap(Literal::limit).isPresent())) {
            yaml.fault(
                    told,
                    "`start` must be a time such as `2026-11-23T09:00:00Z`, in the years 1970 to 9999");
            start = Optional.empty();
        }
        Instant begin = start.orElse(CaseRunner.NOW);
        List<Timeline.Step> read = new ArrayList<>();
        for (Node step : steps == null ? List.<Node>of() : yaml.items(steps)) {
            read.add(step(yaml, acts, begin, step));
        }
        inOrder(yaml, node, begin, read);
        return new Timeline(file, YamlFile.line(node), name, begin, read);
    }

    private Timeline.Step step(YamlFile yaml, ActionReader acts, Instant start, Node node) {
        Map<String, Node> fields = yaml.fields(node);
        StepFields first = new StepFields(yaml, node, fields, 1);
        int times = count.add(first);
        Duration every = first.length("every").orElse(Duration.ZERO);
        if (first.has("at") && first.has("after")) {
            first.fault("a step can have `at` or `after`, not both");
        }
        List<TimelineAction> done = new ArrayList<>();
        int read = count.isTooMuch() ? 1 : times;
        for (int repetition = 1; repetition <= read; repetition++) {
            acts.read(new StepFields(yaml, node, fields, repetition)).ifPresent(done::add);
        }
        return new Timeline.Step(
                YamlFile.line(node),
                first.length("at").orElse(null),
                first.length("after").orElse(Duration.ZERO),
                every,
                done,
                expected(yaml, fields.get("expect"), start, times));
    }

    private static List<ExpectedOutcome> expected(
            YamlFile yaml, @Nullable Node node, Instant start, int times) {
        if (node == null) {
            return List.of();
        }
        List<Node> all = node instanceof SequenceNode ? yaml.items(node) : List.of(node);
        return all.stream().map(one -> expected(yaml, start, times, one)).toList();
    }

    private static ExpectedOutcome expected(YamlFile yaml, Instant start, int times, Node node) {
        Map<String, Node> fields = yaml.fields(node, EXPECTED);
        Expectation expectation = new ExpectationReader(yaml, start).read(fields);
        Node nth = fields.get("nth");
        if (nth == null) {
            return new ExpectedOutcome(1, times, expectation);
        }
        Matcher range = RANGE.matcher(yaml.text(nth).orElse(""));
        int from = range.matches() ? Integer.parseInt(range.group(1)) : 0;
        int to =
                range.matches() && range.group(2) != null ? Integer.parseInt(range.group(2)) : from;
        if (from < 1 || to < from || to > times) {
            yaml.fault(
                    nth,
                    "`nth` must be one repetition such as `3`, or a range such as `3-5`, of "
                            + times);
        }
        return new ExpectedOutcome(from, to, expectation);
    }

    /// The clock never goes back, and never beyond the times that can be kept.
    private static void inOrder(
            YamlFile yaml, Node node, Instant start, List<Timeline.Step> steps) {
        Duration now = Duration.ZERO;
        for (Timeline.Step step : steps) {
            Duration at = step.at();
            if (at != null && at.compareTo(now) < 0) {
                yaml.fault(
                        node,
                        "the step in line %d is at %s, before the end of the previous step at %s"
                                .formatted(step.line(), Literal.write(at), Literal.write(now)));
            }
            now = at == null ? now.plus(step.after()) : at;
            now = now.plus(step.every().multipliedBy(Math.max(0, step.acts().size() - 1)));
            if (Literal.limit(start.plus(now)).isPresent()) {
                yaml.fault(
                        node,
                        "the step in line %d ends after the year 9999: let less time pass"
                                .formatted(step.line()));
                return;
            }
        }
    }
}
