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

/// Whether a file is nothing but pairs, lists and texts, not too deeply nested. The reader that makes nodes of it calls
/// itself, so this is looked at before, event by event.
///
/// @param wrong the first thing that is not, in words; empty when there is none
/// @param place where it stands; null when it is not known
record YamlStructureCheck(String wrong, @Nullable Mark place) {
    private static final int DEEPEST = 20;
    private static final int MAX_LENGTH = 1_000;

    /// Looks at events up to the first that is wrong.
    static YamlStructureCheck of(Iterable<Event> events) {
        int depth = 0;
        int documents = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            String wrong =
                    depth > DEEPEST
                            ? "nested too deeply: no policy needs that"
                            : documents > 1
                                    ? "a file is one document: remove the `---` in it"
                                    : wrong(event);
            if (!wrong.isEmpty()) {
                return new YamlStructureCheck(wrong, event.getStartMark().orElse(null));
            }
        }
        return new YamlStructureCheck("", null);
    }

    private static String wrong(Event event) {
        return switch (event) {
            case AliasEvent alias -> "`*` repeats what stands elsewhere: write it out";
            case ScalarEvent scalar when scalar.getValue().length() > MAX_LENGTH ->
                    "longer than 1000 letters";
            case ScalarEvent scalar when SourceText.unseen(scalar.getValue()).isPresent() ->
                    "holds a character that cannot be seen: remove it";
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
            return "anchors with `&` are not allowed: write it out where it is needed";
        }
        return tag.isPresent()
                ? "tags with `!` are not allowed: values are texts, numbers and durations"
                : "";
    }
}
