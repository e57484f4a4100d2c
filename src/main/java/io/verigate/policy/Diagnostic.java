package io.verigate.policy;

import io.verigate.decision.WireEnum;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// An error or warning in a file of rules or policies.
///
/// @param file for example `policies/wait-times.yaml`
/// @param line from 1; 0 for the whole file
/// @param column from 1; 0 for the whole line
/// @param message what is wrong and what to do
/// @param severity whether the rule set can be used
/// @param topic machine-readable kind, for example `name` or `never-fires`
/// @param gate of the fence that reports it; null for other checks
public record Diagnostic(
        String file,
        int line,
        int column,
        String message,
        Severity severity,
        String topic,
        @Nullable FenceGate gate)
        implements Comparable<Diagnostic> {
    private static final Comparator<Diagnostic> ORDER =
            Comparator.comparing(Diagnostic::file)
                    .thenComparing(Diagnostic::line)
                    .thenComparing(Diagnostic::column)
                    .thenComparing(Diagnostic::message);

    /// File and message may contain untrusted text, which is made safe to print.
    public Diagnostic {
        file = TerminalSafeText.message(file);
        message = TerminalSafeText.message(message);
    }

    /// Severity of a fault.
    public enum Severity implements WireEnum {
        /// The rule set cannot be used.
        ERROR,
        /// The rule set can be used, but probably does not do what was meant.
        WARNING
    }

    /// An error without a specific topic.
    public Diagnostic(String file, int line, int column, String message) {
        this(file, line, column, message, Severity.ERROR, "form", null);
    }

    /// A warning.
    public static Diagnostic warning(
            String file, int line, int column, String topic, String message) {
        return new Diagnostic(file, line, column, message, Severity.WARNING, topic, null);
    }

    /// The same with another topic.
    public Diagnostic about(String word) {
        return new Diagnostic(file, line, column, message, severity, word, gate);
    }

    /// The same, reported by a gate of the fence.
    public Diagnostic in(FenceGate by) {
        return new Diagnostic(file, line, column, message, severity, topic, by);
    }

    /// Whether the rule set cannot be used.
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
