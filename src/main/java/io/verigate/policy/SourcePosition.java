package io.verigate.policy;

/// Where something is written in a file.
///
/// @param line from 1; 0 when it is not known
/// @param column from 1; 0 when it is not known
public record SourcePosition(String file, int line, int column) {
    /// A fault there.
    public Diagnostic fault(String message) {
        return new Diagnostic(file, line, column, message);
    }

    /// For example `policies/wait-times.yaml:9`.
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
