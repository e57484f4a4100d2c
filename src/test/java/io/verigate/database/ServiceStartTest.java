package io.verigate.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServiceStartTest implements TestPropertyProvider {
    @Inject
    @Client("/")
    HttpClient client;

    @Override
    public Map<String, String> getProperties() {
        return TestDatabase.properties("service_start");
    }

    @Test
    void isReadyOnceTheDatabaseAnswers() {
        assertThat(client.toBlocking().retrieve("/health/readiness"))
                .isEqualTo("{\"status\":\"UP\"}");
        assertThat(client.toBlocking().retrieve("/health/liveness"))
                .isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void countsForPrometheus() {
        assertThat(client.toBlocking().retrieve("/prometheus")).contains("jvm_memory_used_bytes");
    }
}
