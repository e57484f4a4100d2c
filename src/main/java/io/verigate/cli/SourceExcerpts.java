package io.verigate.cli;

import io.verigate.policy.Diagnostic;
import io.verigate.policy.TerminalSafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Excerpts of the lines that diagnostics refer to. Reads each file once.
final class SourceExcerpts {
    private static final String ELLIPSIS = "…";
    private final Path home;
    private final Map<String, List<String>> lines = new HashMap<>();

    /// @param home the folder that contains `rules/` and `policies/`
    SourceExcerpts(Path home) {
        this.home = home;
    }

    /// The line of a diagnostic, and a caret under its column; empty when it refers to a whole file, or the file no longer
    /// exists.
    List<String> of(Diagnostic diagnostic) {
        List<String> file = diagnostic.line() < 1 ? List.of() : lines(diagnostic.file());
        if (diagnostic.line() > file.size() || file.isEmpty()) {
            return List.of();
        }
        String line = file.get(diagnostic.line() - 1);
        int column = diagnostic.column() - 1;
        int from =
                column > TerminalSafeText.MAX_LENGTH
                        ? Math.min(column, line.length()) - TerminalSafeText.MAX_LENGTH / 2
                        : 0;
        int to = Math.min(line.length(), from + TerminalSafeText.MAX_LENGTH);
        String start = from > 0 ? ELLIPSIS : "";
        String excerpt =
                start
                        + TerminalSafeText.text(line.substring(from, to))
                        + (to < line.length() ? ELLIPSIS : "");
        if (column < 0 || column > line.length()) {
            return List.of(excerpt);
        }
        String before = start + TerminalSafeText.text(line.substring(from, column));
        // Tabs are kept, so that the caret is in its column at any tab width.
        return List.of(excerpt, before.replaceAll("[^\t]", " ") + "^");
    }

    private List<String> lines(String file) {
        return lines.computeIfAbsent(
                file,
                name -> {
                    try {
                        // Columns do not count a byte order mark.
                        String text = Files.readString(home.resolve(name));
                        return text.replaceFirst("^\uFEFF", "").lines().toList();
                    } catch (IOException e) {
                        return List.of();
                    }
                });
    }
}
