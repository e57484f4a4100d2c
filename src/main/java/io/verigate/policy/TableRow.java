package io.verigate.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/// One row of a table in the source.
///
/// @param fields texts by name, in the order of the file
/// @param line from 1
/// @param from start in code points from the beginning of the file
/// @param to end, exclusive
record TableRow(Map<String, List<String>> fields, int line, int from, int to) {
    static final String UNTIL = "until";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");

    static TableRow of(Node node, YamlFile yaml) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        yaml.fields(node).forEach((name, value) -> fields.put(name, yaml.texts(value)));
        int from = node.getStartMark().map(Mark::getIndex).orElse(0);
        return new TableRow(fields, YamlFile.line(node), from, end(node));
    }

    /// A block node ends with its last part; its own end mark is at the next non-empty line.
    private static int end(Node node) {
        boolean open =
                node instanceof CollectionNode<?> parts
                        && parts.getFlowStyle() == FlowStyle.BLOCK
                        && !parts.getValue().isEmpty();
        if (!open) {
            return node.getEndMark().map(Mark::getIndex).orElse(0);
        }
        Object last = ((CollectionNode<?>) node).getValue().getLast();
        return end(node instanceof MappingNode ? ((NodeTuple) last).getValueNode() : (Node) last);
    }

    /// Whether it has an end.
    boolean ends() {
        return fields.containsKey(UNTIL);
    }

    /// Whether it applies to this key, possibly among others.
    boolean standsFor(Map<String, String> key) {
        return key.entrySet().stream()
                .allMatch(one ->
                        fields.getOrDefault(one.getKey(), List.of()).contains(one.getValue()));
    }

    /// The rows that remain without one key.
    List<String> without(List<String> keys, Map<String, String> key) {
        List<String> left = new ArrayList<>();
        Map<String, List<String>> narrowed = new LinkedHashMap<>(fields);
        for (String name : keys) {
            List<String> others = new ArrayList<>(fields.getOrDefault(name, List.of()));
            others.remove(key.get(name));
            if (!others.isEmpty()) {
                Map<String, List<String>> row = new LinkedHashMap<>(narrowed);
                row.put(name, others);
                left.add(written(row));
            }
            narrowed.put(name, List.of(key.getOrDefault(name, "")));
        }
        return left;
    }

    /// Formats a row with single texts.
    static String write(Map<String, String> cells) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        cells.forEach((name, cell) -> fields.put(name, List.of(cell)));
        return written(fields);
    }

    private static String written(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + written(field.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String written(List<String> texts) {
        return texts.size() == 1
                ? quoted(texts.getFirst())
                : texts.stream().map(TableRow::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return PLAIN.matcher(text).matches()
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
