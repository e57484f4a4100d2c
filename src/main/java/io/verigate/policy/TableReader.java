package io.verigate.policy;

import io.verigate.decision.FactDefinition;
import io.verigate.decision.FactType;
import io.verigate.policy.TableDefinition.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads the tables of a policy.
final class TableReader {
    private static final String UNTIL = "until";
    private static final int MAX_ROWS = 50_000;

    private final YamlFile yaml;
    private final PolicyDefinitions into;

    TableReader(YamlFile yaml, PolicyDefinitions into) {
        this.yaml = yaml;
        this.into = into;
    }

    void table(String name, Node node) {
        Map<String, Node> fields = yaml.fields(node, List.of("keys", "columns", "rows"));
        Node keyNode = fields.get("keys");
        Node columnNode = fields.get("columns");
        Node rowNode = fields.get("rows");
        if (keyNode == null || columnNode == null || rowNode == null) {
            yaml.fault(node, "a table requires `keys`, `columns` and `rows`");
            return;
        }
        List<String> keys = yaml.texts(keyNode);
        if (keys.isEmpty()) {
            yaml.fault(keyNode, "a table requires at least one key");
        }
        Map<String, String> otherwise = new LinkedHashMap<>();
        List<FactDefinition> columns = new ArrayList<>();
        yaml.fields(columnNode)
                .forEach((column, about) -> {
                    if (!PolicyReader.NAME.matcher(column).matches()) {
                        yaml.fault(about, PolicyReader.noName(column));
                        return;
                    }
                    Map<String, Node> details = yaml.fields(about, List.of("words", "otherwise"));
                    List<String> words =
                            Optional.ofNullable(details.get("words"))
                                    .map(yaml::texts)
                                    .orElse(List.of());
                    columns.add(
                            new FactDefinition(
                                    column,
                                    FactType.TEXT,
                                    words,
                                    "column of the table `" + name + "`"));
                    otherwise.put(
                            column,
                            Optional.ofNullable(details.get("otherwise"))
                                    .map(at -> cell(at, columns.getLast()))
                                    .orElse(""));
                });
        Map<List<String>, Row> rows = new HashMap<>();
        for (Node row : yaml.items(rowNode)) {
            row(row, keys, columns, otherwise, rows);
            if (rows.size() > MAX_ROWS) {
                yaml.fault(row, "the table expands to more than 50000 rows: remove some");
                break;
            }
        }
        into.table(
                new TableDefinition(name, keys, columns, List.copyOf(otherwise.values()), rows),
                node,
                yaml);
    }

    private void row(
            Node node,
            List<String> keys,
            List<FactDefinition> columns,
            Map<String, String> otherwise,
            Map<List<String>, Row> rows) {
        List<String> allowed = new ArrayList<>(keys);
        columns.forEach(column -> allowed.add(column.name()));
        allowed.add(UNTIL);
        Map<String, Node> fields = yaml.fields(node, allowed);
        List<String> cells = new ArrayList<>();
        for (FactDefinition column : columns) {
            Node cell = fields.get(column.name());
            cells.add(
                    cell == null ? otherwise.getOrDefault(column.name(), "") : cell(cell, column));
        }
        fields.forEach((name, cell) -> {
            if (keys.contains(name)) {
                key(name, cell);
            }
        });
        Instant until = Optional.ofNullable(fields.get(UNTIL)).flatMap(this::time).orElse(null);
        for (List<String> key : keys(node, fields, keys)) {
            Row before = rows.put(key, new Row(cells, until, null));
            if (before != null) {
                rows.put(key, both(before, new Row(cells, until, null), key, node));
            }
        }
    }

    /// A row with an end takes precedence over one without.
    private Row both(Row one, Row other, List<String> key, Node node) {
        boolean ends = one.until() != null;
        if (one.afterwards() != null || ends == (other.until() != null)) {
            yaml.fault(
                    node,
                    "duplicate row for %s: remove one%s"
                            .formatted(
                                    String.join(", ", key),
                                    one.until() == null && other.until() == null
                                            ? ", or add `until` to one"
                                            : ""));
            return one;
        }
        Row first = ends ? one : other;
        return new Row(first.cells(), first.until(), ends ? other : one);
    }

    private void key(String key, Node cell) {
        yaml.items(cell)
                .forEach(
                        item -> yaml.text(item).ifPresent(text -> into.key(key, text, item, yaml)));
    }

    private String cell(Node node, FactDefinition column) {
        String text = yaml.text(node).orElse("");
        if (!column.words().isEmpty() && !column.words().contains(text)) {
            yaml.fault(
                    node,
                    "`" + text + "` is not allowed. Allowed: " + String.join(", ", column.words()));
        }
        if (column.name().equals(Prices.COLUMN)) {
            Prices.wrong(text).ifPresent(why -> yaml.fault(node, why));
        }
        return text;
    }

    private Optional<Instant> time(Node node) {
        Optional<Instant> time = yaml.text(node).flatMap(Literal::time);
        if (time.isEmpty()) {
            yaml.fault(node, "`until` must be a time such as `2026-12-01T00:00:00Z`");
        }
        return time;
    }

    /// Every combination of the values of the keys.
    private List<List<String>> keys(Node node, Map<String, Node> fields, List<String> keys) {
        List<List<String>> all = List.of(List.of());
        for (String key : keys) {
            Node cell = fields.get(key);
            if (cell == null) {
                yaml.fault(node, "the row requires `" + key + "`");
                return List.of();
            }
            List<List<String>> longer = new ArrayList<>();
            for (List<String> start : all) {
                for (String value : yaml.texts(cell)) {
                    List<String> next = new ArrayList<>(start);
                    next.add(value);
                    longer.add(List.copyOf(next));
                    if (longer.size() > MAX_ROWS) {
                        yaml.fault(node, "the row expands to more than 50000 rows: remove some");
                        return List.of();
                    }
                }
            }
            all = longer;
        }
        return all;
    }
}
