package io.verigate.policy;

import io.verigate.decision.FactDefinition;
import io.verigate.decision.FactSchema;
import io.verigate.decision.SpellingSuggestion;
import io.verigate.decision.Verdict;
import io.verigate.decision.WireEnum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads the `cases` of `*.cases.yaml`.
public final class CaseReader {
    /// Top-level fields of a case file. Timelines are read elsewhere.
    public static final List<String> TOP = List.of("cases", "timelines", "sources", "methods");

    private static final List<String> EXPECTED =
            Stream.concat(
                            ExpectationReader.OF_A_DECISION.stream(),
                            ExpectationReader.OF_A_CASE.stream())
                    .toList();

    private final Map<String, FactDefinition> facts = new HashMap<>();
    private final List<Diagnostic> faults = new ArrayList<>();
    private final List<RegressionCase> cases = new ArrayList<>();

    /// @param schema of the policies under test
    public CaseReader(FactSchema schema) {
        schema.definitions().forEach(fact -> facts.put(fact.name(), fact));
    }

    /// All cases of all files.
    ///
    /// @throws Faults with every fault
    public List<RegressionCase> read(Map<String, String> files) {
        new TreeMap<>(files).forEach(this::file);
        if (!faults.isEmpty()) {
            throw new InvalidRuleSetException(faults);
        }
        return List.copyOf(cases);
    }

    private void file(String file, String text) {
        YamlFile yaml = new YamlFile(file, faults);
        Map<String, Node> top = yaml.top(text);
        yaml.known(top, TOP);
        Set<String> names = new HashSet<>();
        Optional.ofNullable(top.get("cases"))
                .map(yaml::items)
                .orElse(List.of())
                .forEach(node -> {
                    one(file, yaml, node)
                            .ifPresent(found -> {
                                cases.add(found);
                                if (!names.add(found.name())) {
                                    yaml.fault(
                                            node,
                                            "duplicate case name `"
                                                    + found.name()
                                                    + "`: rename one");
                                }
                            });
                });
    }

    private Optional<RegressionCase> one(String file, YamlFile yaml, Node node) {
        Map<String, Node> fields = yaml.fields(node, List.of("name", "facts", "expect"));
        Node expect = fields.get("expect");
        String name = Optional.ofNullable(fields.get("name")).flatMap(yaml::text).orElse("");
        if (expect == null || name.isBlank()) {
            yaml.fault(node, "a case requires `name` and `expect`");
            return Optional.empty();
        }
        Map<String, Object> given = new LinkedHashMap<>();
        Node factsNode = fields.get("facts");
        if (factsNode != null) {
            yaml.fields(factsNode)
                    .forEach((fact, value) ->
                            fact(yaml, fact, value).ifPresent(it -> given.put(fact, it)));
        }
        Map<String, Node> wanted = yaml.fields(expect, EXPECTED);
        if (!wanted.containsKey("verdict") || !wanted.containsKey(Expectation.RULES)) {
            yaml.fault(
                    expect,
                    "`expect` requires `verdict`, one of "
                            + String.join(", ", WireEnum.all(Verdict.class))
                            + ", and `rules`, the ids of the rules that fire");
            return Optional.empty();
        }
        return Optional.of(
                new RegressionCase(
                        file,
                        YamlFile.line(node),
                        name,
                        given,
                        new ExpectationReader(yaml, Instant.EPOCH).read(wanted)));
    }

    private Optional<Object> fact(YamlFile yaml, String name, Node node) {
        FactDefinition fact = facts.get(name);
        if (fact == null) {
            yaml.fault(
                    node,
                    "unknown fact `"
                            + name
                            + "`"
                            + SpellingSuggestion.question(name, facts.keySet()));
            return Optional.empty();
        }
        Optional<String> text = yaml.text(node);
        Optional<Object> value = text.flatMap(it -> Literal.of(fact.type(), it));
        if (value.isEmpty()) {
            yaml.fault(node, "`" + name + "` must be a " + fact.type().wireName());
        }
        Optional<String> limit = value.flatMap(Literal::limit);
        if (limit.isPresent()) {
            yaml.fault(node, "`" + name + "` must be " + limit.get());
            return Optional.empty();
        }
        text.filter(word -> !fact.words().isEmpty() && !fact.words().contains(word))
                .ifPresent(word ->
                        yaml.fault(
                                node,
                                "`"
                                        + name
                                        + "` is never `"
                                        + word
                                        + "`"
                                        + SpellingSuggestion.question(word, fact.words())));
        return value;
    }
}
