package io.verigate.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.verigate.ledger.mariadb.Settings;
import io.verigate.sandbox.SandboxClock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/// The one clock of the service.
@Factory
final class ClockFactory {
    /// The setting that keeps how far the sandbox is ahead, so that a restart finds its own future again.
    private static final String AHEAD = "sandbox.ahead";

    /// A clock that can be moved; it is the service's clock where the sandbox is on.
    @Singleton
    @Requires(condition = SandboxOn.class)
    SandboxClock movable(DataSource database) {
        Settings settings = new Settings(database, InstantSource.system());
        Duration ahead = settings.find(AHEAD).map(Duration::parse).orElse(Duration.ZERO);
        return new SandboxClock(
                InstantSource.system(), ahead, moved -> settings.set(AHEAD, moved.toString()));
    }

    /// The clock of the machine.
    @Singleton
    @Requires(condition = SandboxOff.class)
    InstantSource system() {
        return InstantSource.system();
    }
}
