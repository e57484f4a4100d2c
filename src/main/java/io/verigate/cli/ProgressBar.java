package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/// Shows the progress of a run on a terminal; does nothing without one, to keep logs and pipes clean.
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final String CLEAR = "\r\u001b[K";

    private final boolean shown;
    private final PrintStream terminal;

    ProgressBar(boolean shown, PrintStream terminal) {
        this.shown = shown;
        this.terminal = terminal;
    }

    static ProgressBar onTerminal() {
        Console console = System.console();
        return new ProgressBar(console != null && console.isTerminal(), System.err);
    }

    /// @param run with `state`, `share` and `decisions`
    void show(JsonNode run) {
        if (!shown) {
            return;
        }
        double share = run.path("share").asDouble();
        int filled = (int) Math.round(share * WIDTH);
        terminal.printf(
                Locale.ROOT,
                "%s[%s%s] %3.0f %%  %,d decisions  %s",
                CLEAR,
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                share * 100,
                run.path("decisions").asLong(),
                run.path("state").asText());
        terminal.flush();
    }

    void clear() {
        if (shown) {
            terminal.print(CLEAR);
            terminal.flush();
        }
    }
}
