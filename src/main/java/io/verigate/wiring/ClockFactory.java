package io.verigate.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.verigate.sandbox.SandboxClock;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The one clock of the service.
@Factory
final class ClockFactory {
    /// A clock that can be moved; it is the service's clock where the sandbox is on.
    @Singleton
    @Requires(condition = SandboxOn.class)
    SandboxClock movable() {
        return new SandboxClock(InstantSource.system());
    }

    /// The clock of the machine.
    @Singleton
    @Requires(missingBeans = SandboxClock.class)
    InstantSource system() {
        return InstantSource.system();
    }
}
