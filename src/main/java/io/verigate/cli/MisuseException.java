package io.verigate.cli;

/// What the person asked for cannot be meant; the message says why and what to do.
final class MisuseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MisuseException(String message) {
        super(message);
    }
}
