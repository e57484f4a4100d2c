package io.verigate.app;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.time.InstantSourceFactory;
import io.verigate.ledger.mariadb.SettingRepository;
import io.verigate.sandbox.SandboxClock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The one clock of the service.
@Factory
final class ClockFactory {
    /// The setting that keeps how far the sandbox is ahead, so that a restart finds its own future again.
    private static final String AHEAD = "sandbox.ahead";

    /// A clock that can be moved, where the sandbox is on. It is exposed by its own type alone: whoever asks for the
    /// time gets `clock`, which is this one then.
    @Singleton
    @Bean(typed = SandboxClock.class)
    @Requires(condition = SandboxCondition.class)
    SandboxClock movable(SettingRepository settings) {
        InstantSource real = InstantSource.system();
        Duration ahead = settings.findValueByName(AHEAD).map(Duration::parse).orElse(Duration.ZERO);
        return new SandboxClock(
                real, ahead, moved -> settings.set(AHEAD, moved.toString(), real.instant()));
    }

    /// The clock that everything in the service reads, in the place of the framework's own.
    @Singleton
    @Replaces(bean = InstantSource.class, factory = InstantSourceFactory.class)
    InstantSource clock(Optional<SandboxClock> movable) {
        return movable.<InstantSource>map(clock -> clock).orElseGet(InstantSource::system);
    }
}
