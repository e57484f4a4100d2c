package io.verigate.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/// The address and credentials of the database, for connections outside the pool.
///
/// @param url a `jdbc:mariadb:` address without credentials
/// @param username of the database user
/// @param password of the database user; never shown
/// @param tls how the connection is protected
/// @param tlsCertificate file with the trusted certificate authority; blank for those of the JDK
/// @param connectTimeout of one attempt
public record DatabaseAddress(
        String url,
        String username,
        String password,
        DatabaseConfiguration.Tls tls,
        String tlsCertificate,
        Duration connectTimeout) {

    /// The configured address of an external database.
    static DatabaseAddress external(DatabaseConfiguration configuration) {
        return new DatabaseAddress(
                configuration.url(),
                configuration.username(),
                configuration.password(),
                configuration.tls(),
                configuration.tlsCertificate(),
                configuration.connectTimeout());
    }

    /// The address of an embedded server on the loopback interface, where TLS is pointless.
    static DatabaseAddress loopback(int port, String database, String username, String password) {
        String url = "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, database);
        return new DatabaseAddress(
                url, username, password, DatabaseConfiguration.Tls.OFF, "", Duration.ofSeconds(2));
    }

    /// Opens a connection outside the pool: READ COMMITTED, session time in UTC, and no limit on how long a statement
    /// may take. The caller closes it.
    ///
    /// @throws SQLException when the database cannot be reached or refuses the credentials
    public Connection connect() throws SQLException {
        Connection connection = new Driver().connect(url, properties());
        if (connection == null) {
            throw new SQLException("unsupported address; it must start with `jdbc:mariadb:`");
        }
        return connection;
    }

    /// Opens a connection with a time limit for each statement.
    ///
    /// @throws SQLException when the database cannot be reached or refuses the credentials
    public Connection connect(Duration socketTimeout) throws SQLException {
        Connection connection = connect();
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(socketTimeout.toMillis()));
        return connection;
    }

    /// The options of MariaDB Connector/J 3.5 for all connections, pooled or not.
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        properties.setProperty("sslMode", tls.sslMode());
        if (!tlsCertificate.isBlank()) {
            properties.setProperty("serverSslCert", tlsCertificate);
        }
        properties.setProperty("connectTimeout", Long.toString(connectTimeout.toMillis()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectionTimeZone", "UTC");
        properties.setProperty("preserveInstants", "true");
        // Strict regardless of the server's mode: a value that does not fit is rejected and never
        // truncated.
        properties.setProperty(
                "sessionVariables",
                "time_zone='+00:00',sql_mode='STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION',eq_range_index_dive_limit=1");
        properties.setProperty("transactionIsolation", "READ-COMMITTED");
        // Repositories mark what only reads: to tell the server would be two more rounds for each.
        properties.setProperty("readOnlyPropagatesToServer", "false");
        properties.setProperty("useServerPrepStmts", "true");
        // Batches travel as one packet.
        properties.setProperty("useBulkStmts", "true");
        properties.setProperty("allowLocalInfile", "false");
        return properties;
    }

    /// Shows no secrets: an address may contain credentials in its options.
    @Override
    public String toString() {
        return "DatabaseAddress[%s]".formatted(withoutOptions());
    }

    /// The address without its options.
    String withoutOptions() {
        int options = url.indexOf('?');
        return options < 0 ? url : url.substring(0, options);
    }
}
