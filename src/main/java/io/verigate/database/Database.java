package io.verigate.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The database: connected, migrated and pooled. Closing it closes the pool, and then the server if it is
/// embedded.
final class Database implements AutoCloseable {
    private final @Nullable EmbeddedMariaDb server;
    private final DatabaseAddress address;
    private final HikariDataSource pool;

    private Database(
            @Nullable EmbeddedMariaDb server, DatabaseAddress address, HikariDataSource pool) {
        this.server = server;
        this.address = address;
        this.pool = pool;
    }

    /// Opens the configured database, waiting for one that cannot be reached yet.
    ///
    /// @throws DatabaseUnavailableException when it cannot be reached or migrated
    static Database open(DatabaseConfiguration configuration) {
        if (!configuration.embedded()) {
            DatabaseAddress address = DatabaseAddress.external(configuration);
            return new Database(null, address, prepare(configuration, address));
        }
        EmbeddedMariaDb server = EmbeddedMariaDb.start(configuration.embeddedFolder());
        try {
            return new Database(server, server.address(), prepare(configuration, server.address()));
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    /// Creates a pool with the limits of the configuration.
    static HikariDataSource pool(DatabaseConfiguration configuration, DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("verigate");
        config.setJdbcUrl(address.url());
        config.setDataSourceProperties(address.properties());
        config.addDataSourceProperty(
                "socketTimeout", Long.toString(configuration.socketTimeout().toMillis()));
        config.setMaximumPoolSize(configuration.poolSize());
        config.setConnectionTimeout(
                Math.max(
                        250, configuration.connectTimeout().toMillis())); // the minimum of HikariCP
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    DatabaseAddress address() {
        return address;
    }

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        if (server != null) {
            server.close();
        }
    }

    private static HikariDataSource prepare(
            DatabaseConfiguration configuration, DatabaseAddress address) {
        DatabaseProbe.await(address, configuration.startTimeout());
        Schema.update(address);
        return pool(configuration, address);
    }
}
