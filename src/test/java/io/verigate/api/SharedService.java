package io.verigate.api;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.platform.commons.support.AnnotationSupport;

/// Sets the `@Inject` fields of a `ServiceTest`: to the service that an earlier class with the same properties left running,
/// or to a new one. Services run until the last test has ended.
final class SharedService implements TestInstancePostProcessor {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final Map<Map<String, Object>, TestService> RUNNING = new ConcurrentHashMap<>();

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) throws Exception {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Closing.class);
        Map<String, Object> properties = new HashMap<>();
        for (Property property :
                AnnotationSupport.findRepeatableAnnotations(test.getClass(), Property.class)) {
            properties.put(property.name(), property.value());
        }
        TestService service = RUNNING.computeIfAbsent(Map.copyOf(properties), SharedService::start);
        for (Field field : AnnotationSupport.findAnnotatedFields(test.getClass(), Inject.class)) {
            field.setAccessible(true);
            field.set(
                    test,
                    field.getType() == TestService.class ? service : service.bean(field.getType()));
        }
    }

    private static TestService start(Map<String, Object> properties) {
        Object own = properties.get(ServiceTest.SCHEMA);
        String schema = own == null ? "shared_" + SCHEMAS.incrementAndGet() : own.toString();
        return new TestService(schema, properties);
    }

    /// Notes what all shared services know, for the test that searches everything that was logged.
    static void note() {
        RUNNING.values().forEach(TestService::note);
    }

    /// Ends all shared services, which would otherwise outlive the database of the tests.
    static final class Closing implements AutoCloseable {
        @Override
        public void close() {
            RUNNING.values().forEach(TestService::close);
        }
    }
}
