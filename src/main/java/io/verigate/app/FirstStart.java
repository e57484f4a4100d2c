package io.verigate.app;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.verigate.access.ApiKeys;
import io.verigate.access.InitialApiKey;
import io.verigate.database.DatabaseConfiguration;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives whoever starts the service for the first time a key, on the embedded database only.
@Singleton
final class FirstStart implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final DatabaseConfiguration database;
    private final ApiKeys keys;
    private final InstantSource clock;

    FirstStart(DatabaseConfiguration database, ApiKeys keys, InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (!database.embedded()) {
            return;
        }
        Path file = database.embeddedFolder().resolve("admin.key");
        try {
            if (InitialApiKey.createIfNone(keys, file, clock.instant())) {
                LOG.info("an admin key was written to {}", file.toAbsolutePath().normalize());
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the admin key cannot be written to `" + file + "`: " + e.getMessage(), e);
        }
    }
}
