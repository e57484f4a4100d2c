package io.verigate.cli;

import io.verigate.policy.Diagnostic;
import io.verigate.policy.TerminalSafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The lines that faults mean, as people are shown them. Each file is read once, however many faults it has.
final class FaultyLines {
    private static final String CUT = "…";

    private final Path home;
    private final Map<String, List<String>> read = new HashMap<>();

    /// @param home the folder that holds `rules/` and `policies/`
    FaultyLines(Path home) {
        this.home = home;
    }

    /// The line of a fault, and a caret under its place; nothing when it means a whole file, or the file is not there any
    /// more.
    List<String> of(Diagnostic fault) {
        List<String> lines = fault.line() < 1 ? List.of() : lines(fault.file());
        if (fault.line() > lines.size() || lines.isEmpty()) {
            return List.of();
        }
        String line = lines.get(fault.line() - 1);
        int place = fault.column() - 1;
        int from =
                place > TerminalSafeText.MAX_LENGTH
                        ? Math.min(place, line.length()) - TerminalSafeText.MAX_LENGTH / 2
                        : 0;
        int to = Math.min(line.length(), from + TerminalSafeText.MAX_LENGTH);
        String start = from > 0 ? CUT : "";
        String shown = start + TerminalSafeText.text(line.substring(from, to));
        if (to < line.length()) {
            shown += CUT;
        }
        if (place < 0 || place > line.length()) {
            return List.of(shown);
        }
        String before = start + TerminalSafeText.text(line.substring(from, place));
        // As wide as what stands before the place, whatever a tab is wide.
        return List.of(shown, before.replaceAll("[^\t]", " ") + "^");
    }

    private List<String> lines(String file) {
        return read.computeIfAbsent(
                file,
                name -> {
                    try {
                        // Columns count from behind a byte order mark.
                        String text = Files.readString(home.resolve(name));
                        return text.replaceFirst("^\uFEFF", "").lines().toList();
                    } catch (IOException e) {
                        return List.of();
                    }
                });
    }
}
