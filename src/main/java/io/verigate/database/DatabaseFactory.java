package io.verigate.database;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/// Makes the database known to the rest of the service. Who gets the data source may rely on the schema being up to
/// date.
@Factory
@Requires(notEnv = RehearsalDatabase.REHEARSAL)
final class DatabaseFactory {
    /// Opened with the service, before it listens, and closed after all who use it.
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

    /// For work that keeps a connection of its own for long.
    @Singleton
    DatabaseAddress address(Database database) {
        return database.address();
    }
}
