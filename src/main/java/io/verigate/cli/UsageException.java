package io.verigate.cli;

/// The command line is well-formed but names something that is missing or invalid; the message says what to do. Ends the
/// command with exit code 2.
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
