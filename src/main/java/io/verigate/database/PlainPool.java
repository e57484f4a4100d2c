package io.verigate.database;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.data.connection.jdbc.advice.ContextualAwareDataSource;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/// Leaves the pool as it is. Micronaut Data would put a proxy before it that gives connections to repositories only, and
/// stores in plain JDBC share this pool.
@Singleton
@Replaces(ContextualAwareDataSource.class)
final class PlainPool implements BeanCreatedEventListener<DataSource> {
    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        return event.getBean();
    }
}
