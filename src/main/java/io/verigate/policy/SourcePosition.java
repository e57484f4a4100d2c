package io.verigate.policy;

/// A position in a file.
///
/// @param line from 1; 0 when unknown
/// @param column from 1; 0 when unknown
public record SourcePosition(String file, int line, int column) {
    /// A fault at this position.
    public Diagnostic fault(String message) {
        return new Diagnostic(file, line, column, message);
    }

    /// For example `policies/wait-times.yaml:9`.
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
