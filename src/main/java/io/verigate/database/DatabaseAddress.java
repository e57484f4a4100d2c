package io.verigate.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/// How to reach the database, credentials included, for those who need a connection of their own beside the pool.
///
/// @param url a `jdbc:mariadb:` address without credentials
/// @param username who connects
/// @param password that user's password; never shown
/// @param tls how the connection is protected
/// @param tlsCertificate file with the certificate authority to trust; blank means that of the JDK
/// @param connectTimeout how long one attempt to connect may take
public record DatabaseAddress(
        String url,
        String username,
        String password,
        DatabaseConfiguration.Tls tls,
        String tlsCertificate,
        Duration connectTimeout) {

    /// The address that a configuration gives for a database outside this service.
    static DatabaseAddress external(DatabaseConfiguration configuration) {
        return new DatabaseAddress(
                configuration.url(),
                configuration.username(),
                configuration.password(),
                configuration.tls(),
                configuration.tlsCertificate(),
                configuration.connectTimeout());
    }

    /// The address of a server of our own on the loopback interface, where TLS would protect nothing.
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
            throw new SQLException(
                    "the driver does not know the address; it must start with `jdbc:mariadb:`");
        }
        return connection;
    }

    /// The same with a limit on how long one statement may stay without an answer.
    ///
    /// @throws SQLException when the database cannot be reached or refuses the credentials
    public Connection connect(Duration socketTimeout) throws SQLException {
        Connection connection = connect();
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(socketTimeout.toMillis()));
        return connection;
    }

    /// The options of MariaDB Connector/J 3.5 that every connection of this service has, pooled or not.
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
        // Strict whatever the server's own mode is: a value that does not fit is refused, and never
        // cut.
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

    /// Nothing that could be secret: an address may carry credentials among its options.
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
