package io.verigate.policy;

import io.verigate.decision.SpellingSuggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads one YAML file node by node, so that every fault has a position. Collects faults instead of throwing them.
///
/// Anchors, tags and directives are refused: policies do not need them, and they allow expansion and type attacks.
public final class YamlFile {
    private static final int LARGEST = 2 * 1024 * 1024;

    /// Maximum length of a line, because the parser takes quadratic time for a comment.
    private static final int MAX_LINE_LENGTH = 10_000;

    private final String file;
    private final FileDiagnostics faults;

    /// @param file its name in faults
    /// @param faults receives the faults
    public YamlFile(String file, List<Diagnostic> faults) {
        this.file = file;
        this.faults = new FileDiagnostics(faults);
    }

    /// The top-level fields; empty after a fault.
    public Map<String, Node> top(String text) {
        if (text.length() > LARGEST) {
            refuse(new SourcePosition(file, 0, 0), "file larger than 2 MiB: split it");
            return Map.of();
        }
        int line = 0;
        for (String one : (Iterable<String>) text.lines()::iterator) {
            line++;
            if (one.length() > MAX_LINE_LENGTH) {
                refuse(
                        new SourcePosition(file, line, 1),
                        "line longer than 10,000 characters: split it");
                return Map.of();
            }
        }
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(file)
                        .setMaxAliasesForCollections(0)
                        .setAllowDuplicateKeys(false)
                        .build();
        try {
            YamlStructureCheck shape = YamlStructureCheck.of(new Parse(settings).parseString(text));
            if (!shape.wrong().isEmpty()) {
                refuse(shape.place(), shape.wrong());
                return Map.of();
            }
            Optional<Node> root = new Compose(settings).composeString(text);
            return root.map(this::fields).orElse(Map.of());
        } catch (MarkedYamlEngineException e) {
            refuse(e.getProblemMark().orElse(null), "not YAML: " + e.getProblem());
            return Map.of();
        } catch (YamlEngineException e) {
            refuse(
                    new SourcePosition(file, 0, 0),
                    "not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return Map.of();
        }
    }

    private void refuse(@Nullable Mark mark, String message) {
        refuse(place(mark), message);
    }

    private void refuse(SourcePosition place, String message) {
        faults.add(place.fault(message).about("yaml").in(FenceGate.SOURCE));
    }

    /// The fields of a mapping, in order; empty after a fault.
    public Map<String, Node> fields(Node node) {
        Map<String, Node> fields = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            fault(node, "expected `name: value` pairs");
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = text(tuple.getKeyNode()).orElse("");
            if (fields.put(name, tuple.getValueNode()) != null) {
                fault(tuple.getKeyNode(), "`" + name + "` is given twice: remove one");
            }
        }
        return fields;
    }

    /// The fields of a mapping; fields that are not allowed are faults.
    public Map<String, Node> fields(Node node, List<String> allowed) {
        Map<String, Node> fields = fields(node);
        known(fields, allowed);
        return fields;
    }

    /// Reports fields that are not allowed.
    public void known(Map<String, Node> fields, List<String> allowed) {
        fields.forEach((name, value) -> {
            if (!allowed.contains(name)) {
                fault(
                        value,
                        "unknown field `%s`%s Allowed: %s"
                                .formatted(
                                        name,
                                        SpellingSuggestion.question(name, allowed, "."),
                                        String.join(", ", allowed)));
            }
        });
    }

    /// The items of a list; a single value is a list of one.
    public List<Node> items(Node node) {
        return node instanceof SequenceNode sequence
                ? new ArrayList<>(sequence.getValue())
                : List.of(node);
    }

    /// The texts of a list; items that are not scalars are faults.
    public List<String> texts(Node node) {
        return items(node).stream().flatMap(item -> text(item).stream()).toList();
    }

    /// The text of a scalar; empty, with a fault, for any other node.
    public Optional<String> text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        fault(node, "expected a single value, not a list or pairs");
        return Optional.empty();
    }

    /// Line of a node, from 1; 0 when unknown.
    public static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /// Position of a node.
    SourcePosition place(Node node) {
        return place(node.getStartMark().orElse(null));
    }

    private SourcePosition place(@Nullable Mark mark) {
        return new SourcePosition(
                file,
                mark == null ? 0 : mark.getLine() + 1,
                mark == null ? 0 : mark.getColumn() + 1);
    }

    /// Adds a fault at a node.
    public void fault(Node node, String message) {
        faults.add(place(node).fault(message));
    }
}
