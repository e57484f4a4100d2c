package io.verigate.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Edits single rows of a table in the text of a policy. All other text is preserved, comments included; a row with several
/// keys is split. Immutable.
public final class TableEdit {
    private final String file;
    private final String name;
    private final String text;
    private final List<String> keys;
    private final List<TableRow> rows;

    private TableEdit(
            String file, String name, String text, List<String> keys, List<TableRow> rows) {
        this.file = file;
        this.name = name;
        this.text = text;
        this.keys = keys;
        this.rows = rows;
    }

    /// The table of this name; empty when the text has no such table with rows.
    ///
    /// @param file its name in faults
    public static Optional<TableEdit> of(String file, String name, String text) {
        YamlFile yaml = new YamlFile(file, new ArrayList<>());
        Map<String, Node> table =
                Optional.ofNullable(yaml.top(text).get("tables"))
                        .map(tables -> yaml.fields(tables).get(name))
                        .map(yaml::fields)
                        .orElse(Map.of());
        Node keys = table.get("keys");
        Node rows = table.get("rows");
        return keys == null || rows == null || yaml.items(rows).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new TableEdit(
                                file,
                                name,
                                text,
                                yaml.texts(keys),
                                yaml.items(rows).stream()
                                        .map(row -> TableRow.of(row, yaml))
                                        .toList()));
    }

    /// The text with a row for a key. A row with an end replaces one with an end, and a permanent row applies again after it;
    /// a permanent row replaces all others.
    ///
    /// @param key by the names of the keys
    /// @param cells by column
    /// @param until null for a permanent row
    /// @throws Faults when the table is not written row by row
    public String put(Map<String, String> key, Map<String, String> cells, @Nullable Instant until) {
        Optional<TableRow> ending = find(key, TableRow::ends);
        Optional<TableRow> lasting = find(key, row -> !row.ends());
        if (until == null && ending.isPresent() && lasting.isPresent()) {
            String less = replaced(ending.get(), ending.get().without(keys, key));
            return of(file, name, less).orElseThrow().put(key, cells, null);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        keys.forEach(one -> fields.put(one, key.getOrDefault(one, "")));
        fields.putAll(cells);
        if (until != null) {
            fields.put(TableRow.UNTIL, until.toString());
        }
        // Before the other rows, so that a comment behind one stays with it.
        Stream<String> row = Stream.of(TableRow.write(fields));
        Optional<TableRow> old = until == null ? lasting.or(() -> ending) : ending;
        if (old.isPresent()) {
            return replaced(
                    old.get(), Stream.concat(row, old.get().without(keys, key).stream()).toList());
        }
        TableRow beside = lasting.orElse(rows.getLast());
        return replaced(beside, Stream.concat(row, Stream.of(source(beside))).toList());
    }

    /// The text without the row for a key, preferably the one with an end; empty when there is none.
    ///
    /// @throws Faults when the table is not written row by row
    public Optional<String> remove(Map<String, String> key) {
        return find(key, TableRow::ends)
                .or(() -> find(key, row -> true))
                .map(row -> replaced(row, row.without(keys, key)));
    }

    private Optional<TableRow> find(Map<String, String> key, Predicate<TableRow> kind) {
        return rows.stream().filter(kind).filter(row -> row.standsFor(key)).findFirst();
    }

    private String source(TableRow row) {
        return text.substring(place(row.from()), place(row.to()));
    }

    /// Marks count code points.
    private int place(int characters) {
        return text.offsetByCodePoints(0, characters);
    }

    private String replaced(TableRow row, List<String> by) {
        int from = place(row.from());
        int to = place(row.to());
        int line = text.lastIndexOf('\n', from) + 1;
        String start = text.substring(line, from);
        if (!start.matches(" *- +")) {
            throw new InvalidRuleSetException(
                    List.of(
                            new Diagnostic(
                                    file,
                                    row.line(),
                                    0,
                                    "every row of the table `%s` must be on a line of its own, after `- `"
                                            .formatted(name))));
        }
        if (by.isEmpty()) {
            int end = text.indexOf('\n', to);
            return text.substring(0, line) + (end < 0 ? "" : text.substring(end + 1));
        }
        return text.substring(0, from) + String.join("\n" + start, by) + text.substring(to);
    }
}
