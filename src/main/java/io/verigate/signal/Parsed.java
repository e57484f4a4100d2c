package io.verigate.signal;

/// What became of a text that somebody wrote.
public sealed interface Parsed<T> {
    /// It was understood.
    ///
    /// @param value the normalised value; its `toString` masks
    record Ok<T>(T value) implements Parsed<T> {}

    /// It was not understood.
    ///
    /// @param text what to do, for people; never repeats what was written, because that may be personal
    record Fault<T>(String text) implements Parsed<T> {}
}
