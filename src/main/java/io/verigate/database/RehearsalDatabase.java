package io.verigate.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/// Replaces the database during a rehearsal: a data source without any connection.
@Factory
@Requires(env = RehearsalDatabase.REHEARSAL)
public final class RehearsalDatabase {
    /// The environment of a rehearsal without a database.
    public static final String REHEARSAL = "rehearsal";

    /// Port 1 is `tcpmux` (RFC 1078), which no system runs any more.
    private static final int CLOSED_PORT = 1;

    @Singleton
    DatabaseAddress address() {
        return DatabaseAddress.loopback(CLOSED_PORT, "verigate", REHEARSAL, "");
    }

    @Singleton
    @Named("default")
    @Bean(preDestroy = "close")
    HikariDataSource dataSource(DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(REHEARSAL);
        config.setJdbcUrl(address.url());
        config.setDataSourceProperties(address.properties());
        config.setConnectionTimeout(250); // the minimum of HikariCP
        config.setInitializationFailTimeout(-1); // create the pool without a connection
        return new HikariDataSource(config);
    }
}
