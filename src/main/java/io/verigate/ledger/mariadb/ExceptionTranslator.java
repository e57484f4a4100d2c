package io.verigate.ledger.mariadb;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.verigate.ledger.LedgerUnavailable;
import java.sql.SQLIntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// Translates the exceptions of Micronaut Data, which quote SQL, into exceptions that do not.
@InterceptorBean(MariaDbRepository.class)
final class ExceptionTranslator implements MethodInterceptor<Object, Object> {
    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> context) {
        try {
            return context.proceed();
        } catch (DataAccessException
                | ConnectionException
                | CannotGetJdbcConnectionException failure) {
            throw failure.getCause() instanceof SQLIntegrityConstraintViolationException
                    ? new DuplicateKey(failure)
                    : new LedgerUnavailable(
                            "the database cannot be used; try again shortly", failure);
        }
    }
}
