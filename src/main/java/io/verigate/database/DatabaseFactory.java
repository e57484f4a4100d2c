package io.verigate.database;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/// Provides the database to the rest of the service. The schema is up to
/// date before any bean gets the data source.
@Factory
@Requires(notEnv = RehearsalDatabase.REHEARSAL)
final class DatabaseFactory {
    /// Opened before the server listens, and closed after all its users.
    @Context
    @Bean(preDestroy = "close")
    Database database(DatabaseConfiguration configuration) {
        return Database.open(configuration);
    }

    /// The pool, for all ordinary work; named as Micronaut Data looks for it.
    @Singleton
    @Named("default")
    DataSource dataSource(Database database) {
        return database.dataSource();
    }

    /// For long-lived connections outside the pool.
    @Singleton
    DatabaseAddress address(Database database) {
        return database.address();
    }
}
