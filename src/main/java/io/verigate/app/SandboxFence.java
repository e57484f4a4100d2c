package io.verigate.app;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;

/// Keeps the sandbox, which shows codes and moves the clock, away from real things unless that is said twice.
@Context
@Requires(condition = SandboxCondition.class)
final class SandboxFence {
    /// @throws IllegalStateException when it was said only once
    SandboxFence(Environment configuration, ServiceConfiguration.Sandbox sandbox) {
        if (SandboxCondition.besideRealThings(configuration) && !sandbox.besideRealThings()) {
            throw new IllegalStateException(
                    "the sandbox shows codes, and there is an external database or a real sender: turn"
                            + " `verigate.sandbox.enabled` off, or set `verigate.sandbox.beside-real-things` too");
        }
    }
}
