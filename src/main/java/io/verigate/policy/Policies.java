package io.verigate.policy;

import io.verigate.decision.ActivityEvent;
import io.verigate.decision.FactSchema;
import io.verigate.decision.FactsBuilder;
import io.verigate.decision.SubjectKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntPredicate;

/// All of `policies/`, typed and checked; derives facts. Immutable, thread-safe.
public final class Policies {
    private final PolicyDefinitions definitions;
    private final FactSchema schema;
    private final DerivedFacts derivation;
    private final PolicyTexts constants;
    private final Set<SubjectKind> subjects;
    private final Map<ActivityEvent, Set<SubjectKind>> distinct =
            new EnumMap<>(ActivityEvent.class);
    private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();

    private Policies(PolicyDefinitions definitions) {
        this.definitions = definitions;
        this.schema = new FactSchema(definitions.facts());
        this.derivation = new DerivedFacts(definitions, schema);
        this.constants = new PolicyTexts(definitions.values, definitions.lists);
        Set<SubjectKind> counted = EnumSet.noneOf(SubjectKind.class);
        for (CounterDefinition counter : definitions.counters) {
            counted.add(counter.per());
            if (counter.distinct() != null) {
                distinct.computeIfAbsent(
                                counter.event(), event -> EnumSet.noneOf(SubjectKind.class))
                        .add(counter.distinct());
            }
        }
        definitions.gaps.forEach(gap -> counted.add(gap.per()));
        this.subjects = Collections.unmodifiableSet(counted);
    }

    /// Reads all files of policies.
    ///
    /// @param files text by name, for example `policies/wait-times.yaml`
    /// @throws Faults with every fault, each with file and line
    public static Policies read(Map<String, String> files) {
        List<Diagnostic> faults = new ArrayList<>();
        PolicyDefinitions definitions = definitions(files, faults);
        if (!faults.isEmpty()) {
            throw new InvalidRuleSetException(faults);
        }
        return new Policies(definitions);
    }

    /// The names that rules can use, as far as they can be read, so that rules can be checked even if policies have faults.
    ///
    /// @param faults receives the faults of the files
    public static Vocabulary vocabulary(Map<String, String> files, List<Diagnostic> faults) {
        return definitions(files, faults).vocabulary();
    }

    private static PolicyDefinitions definitions(
            Map<String, String> files, List<Diagnostic> faults) {
        PolicyDefinitions definitions = new PolicyDefinitions();
        new TreeMap<>(files)
                .forEach((name, text) -> {
                    String stem =
                            name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.yaml$", "");
                    new PolicyReader(stem, new YamlFile(name, faults), definitions).read(text);
                });
        definitions.finish();
        return definitions;
    }

    /// The names that rules can use.
    public Vocabulary vocabulary() {
        return definitions.vocabulary();
    }

    /// All facts that rules can read.
    public FactSchema schema() {
        return schema;
    }

    /// The values by name.
    public Map<String, PolicyValue> values() {
        return Map.copyOf(definitions.values);
    }

    /// The texts of a list; empty when it is unknown.
    public List<String> list(String name) {
        return definitions.lists.getOrDefault(name, List.of());
    }

    /// The entries of a list, with positions.
    public List<ListEntry> entries(String list) {
        return definitions.entries.getOrDefault(list, List.of());
    }

    /// All lists by name.
    public Map<String, List<String>> lists() {
        return Map.copyOf(definitions.lists);
    }

    /// The texts that compiled rules look up: values and list entries.
    public PolicyTexts constants() {
        return constants;
    }

    /// Warnings about ladders, tables and unused names.
    ///
    /// @param used the names that rules use
    public List<Diagnostic> warnings(Set<String> used) {
        return new PolicyWarnings(definitions, used).all();
    }

    /// The ladders.
    public List<LadderDefinition> ladders() {
        return List.copyOf(definitions.ladders);
    }

    /// The tables.
    public List<TableDefinition> tables() {
        return List.copyOf(definitions.tables);
    }

    /// The counters.
    public List<CounterDefinition> counters() {
        return List.copyOf(definitions.counters);
    }

    /// The gaps.
    public List<GapDefinition> gaps() {
        return List.copyOf(definitions.gaps);
    }

    /// The fact itself, and the shares, ladders and scores that are based on it.
    public Set<String> madeOf(String fact) {
        Set<String> made = new LinkedHashSet<>(List.of(fact));
        definitions.shares.stream()
                .filter(share -> share.of().equals(fact) || share.in().equals(fact))
                .forEach(share -> made.add(share.name()));
        definitions.ladders.stream()
                .filter(ladder -> ladder.by().equals(fact))
                .forEach(ladder -> made.add(ladder.name()));
        definitions.scores.stream()
                .filter(score ->
                        score.weights().stream().anyMatch(weight -> made.contains(weight.fact())))
                .forEach(score -> made.add(score.name()));
        return made;
    }

    /// The kinds of subjects with counters or gaps.
    public Set<SubjectKind> subjects() {
        return subjects;
    }

    /// The kinds of subjects whose distinct values are counted for an event.
    public Set<SubjectKind> distinct(ActivityEvent event) {
        return distinct.getOrDefault(event, Set.of());
    }

    /// An object that is derived from these policies, such as parsed network lists. Created once, with the lifetime of these
    /// policies.
    ///
    /// @param make must be deterministic
    public <T> T made(Class<T> type, Function<Policies, T> make) {
        return type.cast(made.computeIfAbsent(type, key -> make.apply(this)));
    }

    /// Adds the derived facts to the known ones.
    public void derive(FactsBuilder facts, CounterValues counts, Instant now) {
        derive(facts, counts, now, place -> false);
    }

    /// Adds the derived facts except those already given.
    ///
    /// @param given whether the fact at an index has a value already, as in regression cases
    public void derive(FactsBuilder facts, CounterValues counts, Instant now, IntPredicate given) {
        derivation.derive(facts, counts, now, given);
    }
}
