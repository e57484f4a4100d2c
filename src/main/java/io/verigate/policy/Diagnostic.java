package io.verigate.policy;

import io.verigate.decision.WireEnum;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What is wrong in a file of rules or policies, and where.
///
/// @param file for example `policies/wait-times.yaml`
/// @param line from 1; 0 when the whole file is meant
/// @param column from 1; 0 when the whole line is meant
/// @param message what is wrong and what to do
/// @param severity whether the rule set may be used all the same
/// @param topic one word for what it is about, for programs, for example `name` or `never-fires`
/// @param gate of the fence that refuses it; null when it is no matter of the fence
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

    /// What is shown of it may come from anywhere, and is made fit to be shown.
    public Diagnostic {
        file = TerminalSafeText.message(file);
        message = TerminalSafeText.message(message);
    }

    /// How grave a fault is.
    public enum Severity implements WireEnum {
        /// The rule set cannot be used.
        ERROR,
        /// The rule set can be used, and probably does not do what was meant.
        WARNING;

        private final String word = WireEnum.of(this);

        @Override
        public String wireName() {
            return word;
        }
    }

    /// An error that has no topic of its own.
    public Diagnostic(String file, int line, int column, String message) {
        this(file, line, column, message, Severity.ERROR, "form", null);
    }

    /// A warning.
    public static Diagnostic warning(
            String file, int line, int column, String topic, String message) {
        return new Diagnostic(file, line, column, message, Severity.WARNING, topic, null);
    }

    /// The same, about a topic.
    public Diagnostic about(String word) {
        return new Diagnostic(file, line, column, message, severity, word, gate);
    }

    /// The same, refused by a gate of the fence.
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
