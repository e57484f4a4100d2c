package io.verigate.database;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/// The service is ready only while a pooled connection is valid.
@Readiness
@Singleton
final class DatabaseReadiness extends AbstractHealthIndicator<Map<String, String>> {
    private static final int SECONDS = 1;
    private final DataSource dataSource;

    DatabaseReadiness(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    protected String getName() {
        return "database";
    }

    /// Down when there is no connection, or it does not respond within a second; never says why, because
    /// the endpoint is public.
    @Override
    protected Map<String, String> getHealthInformation() {
        try (Connection connection = dataSource.getConnection()) {
            healthStatus = connection.isValid(SECONDS) ? HealthStatus.UP : HealthStatus.DOWN;
        } catch (SQLException e) {
            healthStatus = HealthStatus.DOWN;
        }
        return Map.of();
    }
}
