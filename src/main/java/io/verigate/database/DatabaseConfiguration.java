package io.verigate.database;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;

/// The configuration of the database under `verigate.database`.
///
/// @param url a `jdbc:mariadb:` address without credentials; blank means the embedded server
/// @param username of the database user; unused by the embedded server
/// @param password of the database user; unused by the embedded server
/// @param tls how the connection to `url` is protected
/// @param tlsCertificate file with the trusted certificate authority for `verify`; blank for those of the JDK
/// @param poolSize maximum number of connections, 2 to 100
/// @param connectTimeout of one attempt
/// @param socketTimeout of one statement
/// @param startTimeout how long a start waits for a database that cannot be reached yet
/// @param embeddedFolder data folder of the embedded server, relative to the working directory
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

    /// How connections are protected.
    public enum Tls {
        /// Unencrypted: for a database on the same host or in a private network.
        OFF("disable"),
        /// Encrypted, with any certificate.
        TRUST("trust"),
        /// Encrypted, with a trusted certificate for the host name.
        VERIFY("verify-full");

        private final String sslMode;

        Tls(String sslMode) {
            this.sslMode = sslMode;
        }

        /// The value of the `sslMode` option of MariaDB Connector/J.
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
                    "`verigate.database.username` is required with a database address");
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

    /// Whether to use the embedded server, because no address is set.
    public boolean embedded() {
        return url.isEmpty();
    }

    /// Shows neither password nor address.
    @Override
    public String toString() {
        return "DatabaseConfiguration[%s, tls=%s, poolSize=%d]"
                .formatted(
                        embedded() ? "embedded in " + embeddedFolder : "external", tls, poolSize);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "the duration `%s` must be positive; correct `verigate.database.%s`"
                            .formatted(value, name));
        }
    }
}
