package io.verigate.ledger.mariadb;

import io.micronaut.aop.Around;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A Micronaut Data repository on the connection pool of the service. Each call is a transaction of its own. Database
/// errors are thrown as `LedgerUnavailable`, as in every other store, or as `DuplicateKey`.
@Around
@JdbcRepository(dialect = Dialect.MYSQL)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MariaDbRepository {}
