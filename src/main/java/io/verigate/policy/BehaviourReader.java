package io.verigate.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads the `behaviours` section: requirements by permanent id.
public final class BehaviourReader {
    /// Name of the section.
    static final String SECTION = "behaviours";

    private static final Pattern ID = Pattern.compile("[A-Z][A-Za-z0-9]{0,15}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private final YamlFile yaml;

    BehaviourReader(YamlFile yaml) {
        this.yaml = yaml;
    }

    /// All behaviours of all policies by id.
    ///
    /// @param files text by name; duplicate ids are checked by [Policies]
    /// @throws Faults with every fault, each with file and line
    public static List<Behaviour> all(Map<String, String> files) {
        List<Diagnostic> faults = new ArrayList<>();
        Map<String, Behaviour> all = new TreeMap<>();
        new TreeMap<>(files)
                .forEach((file, text) -> {
                    YamlFile yaml = new YamlFile(file, faults);
                    Node section = yaml.top(text).get(SECTION);
                    if (section != null) {
                        new BehaviourReader(yaml)
                                .read(section)
                                .forEach(behaviour -> all.put(behaviour.id(), behaviour));
                    }
                });
        if (!faults.isEmpty()) {
            throw new InvalidRuleSetException(faults);
        }
        return List.copyOf(all.values());
    }

    /// The behaviours of one section; faults go to the YAML reader.
    List<Behaviour> read(Node section) {
        List<Behaviour> read = new ArrayList<>();
        yaml.fields(section).forEach((id, node) -> read.add(behaviour(id, node)));
        return read;
    }

    private Behaviour behaviour(String id, Node node) {
        if (!ID.matcher(id).matches()) {
            yaml.fault(node, "`" + id + "` must be a behaviour id such as `S02`");
        }
        Map<String, Node> fields = yaml.fields(node, List.of("name", "means", "tests"));
        String name = text(fields, "name");
        String means = text(fields, "means");
        if (!NAME.matcher(name).matches() || means.isBlank()) {
            yaml.fault(
                    node,
                    "a behaviour requires a `name` such as `high-volume` and a sentence in `means`");
        }
        List<String> tests =
                Optional.ofNullable(fields.get("tests")).map(yaml::texts).orElse(List.of());
        return new Behaviour(id, name, means, tests);
    }

    private String text(Map<String, Node> fields, String name) {
        return Optional.ofNullable(fields.get(name)).flatMap(yaml::text).orElse("");
    }
}
