package io.verigate.policy;

import io.verigate.decision.Word;
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
public record Fault(
        String file,
        int line,
        int column,
        String message,
        Severity severity,
        String topic,
        @Nullable Gate gate)
        implements Comparable<Fault> {
    private static final Comparator<Fault> ORDER =
            Comparator.comparing(Fault::file)
                    .thenComparing(Fault::line)
                    .thenComparing(Fault::column)
                    .thenComparing(Fault::message);

    /// What is shown of it may come from anywhere, and is made fit to be shown.
    public Fault {
        file = Visible.message(file);
        message = Visible.message(message);
    }

    /// How grave a fault is.
    public enum Severity implements Word {
        /// The rule set cannot be used.
        ERROR,
        /// The rule set can be used, and probably does not do what was meant.
        WARNING;

        private final String word = Word.of(this);

        @Override
        public String word() {
            return word;
        }
    }

    /// An error that has no topic of its own.
    public Fault(String file, int line, int column, String message) {
        this(file, line, column, message, Severity.ERROR, "form", null);
    }

    /// A warning.
    public static Fault warning(String file, int line, int column, String topic, String message) {
        return new Fault(file, line, column, message, Severity.WARNING, topic, null);
    }

    /// The same, about a topic.
    public Fault about(String word) {
        return new Fault(file, line, column, message, severity, word, gate);
    }

    /// The same, refused by a gate of the fence.
    public Fault in(Gate by) {
        return new Fault(file, line, column, message, severity, topic, by);
    }

    /// Whether the rule set cannot be used.
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
