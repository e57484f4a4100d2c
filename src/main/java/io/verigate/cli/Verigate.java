package io.verigate.cli;

import io.micronaut.runtime.Micronaut;

/// Starts the service.
public final class Verigate {
    private Verigate() {}

    /// Starts the service and returns when it is ready.
    public static void main(String[] arguments) {
        Micronaut.run(Verigate.class, arguments);
    }
}
