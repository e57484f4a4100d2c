package io.verigate.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The period of time that a command covers.
final class PeriodOptions {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Start, inclusive, for example 2026-11-16T00:00:00Z. Default: seven days before the end")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "End, exclusive. Default: now")
    private @Nullable String to;

    /// The bounds that were given, by name.
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (from != null) {
            parameters.put("from", from);
        }
        if (to != null) {
            parameters.put("to", to);
        }
        return parameters;
    }
}
