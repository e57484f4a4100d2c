package io.verigate.database;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;

/// Where the database is and how long to wait for it; set under `verigate.database`.
///
/// @param url a `jdbc:mariadb:` address without credentials; blank means the embedded server
/// @param username who connects to the database at `url`; unused by the embedded server
/// @param password that user's password; unused by the embedded server
/// @param tls how the connection to `url` is protected
/// @param tlsCertificate file with the certificate authority to trust under `verify`; blank means that of the JDK
/// @param poolSize most connections held at once, 2 to 100
/// @param connectTimeout how long one attempt to connect may take
/// @param socketTimeout how long one statement may stay without an answer
/// @param startTimeout how long a start waits for a database that cannot be reached
/// @param embeddedFolder where the embedded server keeps its files, relative to the working directory
@ConfigurationProperties("verigate.database")
public record DatabaseConfiguration(
        @Bindable(defaultValue = "") String url,
        @Bindable(defaultValue = "") String username,
        @Bindable(defaultValue = "") String password,
        @Bindable(defaultValue = "verify") Tls tls,
        @Bindable(defaultValue = "") String tlsCertificate,
        @Bindable(defaultValue = "8") int poolSize,
        @Bindable(defaultValue = "2s") Duration connectTimeout,
        @Bindable(defaultValue = "2s") Duration socketTimeout,
        @Bindable(defaultValue = "60s") Duration startTimeout,
        @Bindable(defaultValue = "data") Path embeddedFolder) {

    private static final String URL_START = "jdbc:mariadb:";

    /// How a connection is protected on its way.
    public enum Tls {
        /// In the clear: for a database on the same host or in a private network.
        OFF("disable"),
        /// Encrypted, but any certificate is believed.
        TRUST("trust"),
        /// Encrypted, and the certificate must be trusted and carry the host's name.
        VERIFY("verify-full");

        private final String sslMode;

        Tls(String sslMode) {
            this.sslMode = sslMode;
        }

        /// The word that MariaDB Connector/J uses for it in its `sslMode` option.
        String sslMode() {
            return sslMode;
        }
    }

    /// @throws IllegalArgumentException when a value is outside its range
    public DatabaseConfiguration {
        url = url.strip();
        if (!url.isEmpty() && !url.startsWith(URL_START)) {
            throw new IllegalArgumentException(
                    "the database address must start with `jdbc:mariadb:`; correct `verigate.database.url`");
        }
        if (!url.isEmpty() && username.isBlank()) {
            throw new IllegalArgumentException(
                    "a database address needs a user; set `verigate.database.username`");
        }
        if (poolSize < 2 || poolSize > 100) {
            throw new IllegalArgumentException(
                    "the pool size `%d` is not between 2 and 100; correct `verigate.database.pool-size`"
                            .formatted(poolSize));
        }
        requirePositive("connect-timeout", connectTimeout);
        requirePositive("socket-timeout", socketTimeout);
        requirePositive("start-timeout", startTimeout);
    }

    /// True when no address is given, so that the service brings its own server.
    public boolean embedded() {
        return url.isEmpty();
    }

    /// Everything but the password, and of the address no more than that there is one.
    @Override
    public String toString() {
        return "DatabaseConfiguration[%s, tls=%s, poolSize=%d]"
                .formatted(
                        embedded() ? "embedded in " + embeddedFolder : "external", tls, poolSize);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "the time `%s` is not above zero; correct `verigate.database.%s`"
                            .formatted(value, name));
        }
    }
}
