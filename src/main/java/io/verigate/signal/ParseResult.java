package io.verigate.signal;

/// The result of parsing user input.
public sealed interface ParseResult<T> {
    /// The input is valid.
    ///
    /// @param value the normalised value; its `toString` masks
    record Valid<T>(T value) implements ParseResult<T> {}

    /// The input is invalid.
    ///
    /// @param text what to do; never repeats the input, which may be personal data
    record Invalid<T>(String text) implements ParseResult<T> {}
}
