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

/// One YAML file, read node by node, so that every fault has its place. Collects faults instead of throwing them.
///
/// Anchors, tags and directives are refused: a file of policies needs none, and they are how small files become large
/// ones or name classes.
public final class YamlFile {
    private static final int LARGEST = 2 * 1024 * 1024;

    /// Letters of a line: the reader takes the square of that for a comment.
    private static final int MAX_LINE_LENGTH = 10_000;

    private final String file;
    private final FileDiagnostics faults;

    /// @param file how faults call it
    /// @param faults where they go
    public YamlFile(String file, List<Diagnostic> faults) {
        this.file = file;
        this.faults = new FileDiagnostics(faults);
    }

    /// The fields of the file's top; empty after a fault.
    public Map<String, Node> top(String text) {
        if (text.length() > LARGEST) {
            refuse(0, 0, "the file is larger than 2 MiB: split it");
            return Map.of();
        }
        int line = 0;
        for (String one : (Iterable<String>) text.lines()::iterator) {
            line++;
            if (one.length() > MAX_LINE_LENGTH) {
                refuse(line, 1, "the line is longer than 10,000 letters: break it up");
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
                    null,
                    "not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return Map.of();
        }
    }

    private void refuse(@Nullable Mark mark, String message) {
        refuse(
                mark == null ? 0 : mark.getLine() + 1,
                mark == null ? 0 : mark.getColumn() + 1,
                message);
    }

    private void refuse(int line, int column, String message) {
        faults.add(new Diagnostic(file, line, column, message).about("yaml").in(FenceGate.SOURCE));
    }

    /// The fields of a mapping, in order; empty after a fault.
    public Map<String, Node> fields(Node node) {
        Map<String, Node> fields = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            fault(node, "expected `name: value` pairs here");
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

    /// The fields of a mapping that may only have some names; others are faults.
    public Map<String, Node> fields(Node node, List<String> allowed) {
        Map<String, Node> fields = fields(node);
        known(fields, allowed);
        return fields;
    }

    /// Tells of fields that nobody reads.
    public void known(Map<String, Node> fields, List<String> allowed) {
        fields.forEach((name, value) -> {
            if (!allowed.contains(name)) {
                fault(
                        value,
                        "`"
                                + name
                                + "` is not known here"
                                + SpellingSuggestion.question(name, allowed)
                                + " Allowed: "
                                + String.join(", ", allowed));
            }
        });
    }

    /// The items of a list; a single value is a list of one.
    public List<Node> items(Node node) {
        return node instanceof SequenceNode sequence
                ? new ArrayList<>(sequence.getValue())
                : List.of(node);
    }

    /// The text of a scalar; empty, with a fault, when it is not one.
    public Optional<String> text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        fault(node, "expected one value here, not a list or pairs");
        return Optional.empty();
    }

    /// Where a node begins, from 1; 0 when that is not known.
    public static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /// Where a node stands.
    SourcePosition place(Node node) {
        Mark mark = node.getStartMark().orElse(null);
        return new SourcePosition(
                file,
                mark == null ? 0 : mark.getLine() + 1,
                mark == null ? 0 : mark.getColumn() + 1);
    }

    /// Adds a fault at a node.
    public void fault(Node node, String message) {
        Mark mark = node.getStartMark().orElse(null);
        faults.add(
                new Diagnostic(
                        file,
                        mark == null ? 0 : mark.getLine() + 1,
                        mark == null ? 0 : mark.getColumn() + 1,
                        message));
    }
}
