package io.verigate.policy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// Checks that YAML consists of plain mappings, lists and scalars of limited depth. Works on events, because the node
/// composer is recursive.
///
/// @param wrong the first violation in words; empty without one
/// @param place its position; null when unknown
record YamlStructureCheck(String wrong, @Nullable Mark place) {
    private static final int DEEPEST = 20;
    private static final int MAX_LENGTH = 1_000;

    /// Checks events up to the first violation.
    static YamlStructureCheck of(Iterable<Event> events) {
        int depth = 0;
        int documents = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            String wrong =
                    depth > DEEPEST
                            ? "nested too deeply"
                            : documents > 1
                                    ? "only one document is allowed in a file: remove the `---`"
                                    : wrong(event);
            if (!wrong.isEmpty()) {
                return new YamlStructureCheck(wrong, event.getStartMark().orElse(null));
            }
        }
        return new YamlStructureCheck("", null);
    }

    private static String wrong(Event event) {
        return switch (event) {
            case AliasEvent alias -> "aliases with `*` are not allowed: write the value out";
            case ScalarEvent scalar when scalar.getValue().length() > MAX_LENGTH ->
                    "longer than 1000 characters";
            case ScalarEvent scalar when SourceText.unseen(scalar.getValue()).isPresent() ->
                    "contains an invisible character: remove it";
            case ScalarEvent scalar -> special(scalar.getAnchor().isPresent(), scalar.getTag());
            case CollectionStartEvent start ->
                    special(start.getAnchor().isPresent(), start.getTag());
            case DocumentStartEvent start ->
                    start.getTags().isEmpty() && start.getSpecVersion().isEmpty()
                            ? ""
                            : "directives with `%` are not allowed";
            default -> "";
        };
    }

    private static String special(boolean anchored, Optional<String> tag) {
        if (anchored) {
            return "anchors with `&` are not allowed: repeat the value instead";
        }
        return tag.isPresent()
                ? "tags with `!` are not allowed: values are texts, numbers and durations"
                : "";
    }
}
