package io.verigate.database;

import java.nio.file.Path;
import java.time.Duration;

/// Configurations as the tests need them.
final class TestConfiguration {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(10);

    private TestConfiguration() {}

    /// A server of our own in the folder.
    static DatabaseConfiguration embedded(Path folder) {
        return new DatabaseConfiguration(
                "", "", "", DatabaseConfiguration.Tls.OFF, "", 4, LIMIT, LIMIT, LIMIT, folder);
    }

    /// A database elsewhere, which a start hardly waits for.
    static DatabaseConfiguration external(String url, String username, String password) {
        Path unused = Path.of("target", "unused");
        return new DatabaseConfiguration(
                url,
                username,
                password,
                DatabaseConfiguration.Tls.OFF,
                "",
                4,
                LIMIT,
                LIMIT,
                SHORT,
                unused);
    }
}
