package io.verigate.api;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.DefaultApplicationContextBuilder;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Builds the context of a `ServiceTest`, or gives the one that an earlier class with the same properties left running.
/// It runs until the last test has ended.
public final class SharedContext extends DefaultApplicationContextBuilder {
    /// Properties of Micronaut's test extension, which tell the test class and so differ for each.
    private static final String EXTENSION = "micronaut.test.";

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final Map<Map<String, Object>, ApplicationContext> RUNNING =
            new ConcurrentHashMap<>();

    private final Map<String, Object> given = new TreeMap<>();
    private final Map<String, Object> extension = new TreeMap<>();

    /// Ends all shared services, which would otherwise outlive the database of the tests.
    static final class Closing implements BeforeAllCallback, AutoCloseable {
        @Override
        public void beforeAll(ExtensionContext context) {
            context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(Closing.class);
        }

        @Override
        public void close() {
            RUNNING.values().forEach(context -> ((Lasting) context).end());
        }
    }

    /// Notes what all shared services know for the test that searches everything that was said.
    static void note() {
        RUNNING.values().forEach(context -> context.getBean(TestService.class).note());
    }

    @Override
    public ApplicationContextBuilder propertySources(PropertySource... sources) {
        for (PropertySource source : sources) {
            for (String name : source) {
                (name.startsWith(EXTENSION) ? extension : given).put(name, source.get(name));
            }
        }
        return this;
    }

    @Override
    public ApplicationContext build() {
        ApplicationContext context = RUNNING.computeIfAbsent(Map.copyOf(given), this::start);
        // Micronaut injects into the class that these properties name.
        context.getEnvironment().addPropertySource(PropertySource.of(EXTENSION, extension));
        return context;
    }

    private ApplicationContext start(Map<String, Object> settings) {
        Object own = settings.get(ServiceTest.SCHEMA);
        String schema = own == null ? "shared_" + SCHEMAS.incrementAndGet() : own.toString();
        TestService.configure(this, schema, settings);
        ApplicationContext context = super.build().start();
        context.getBean(EmbeddedServer.class).start();
        return context;
    }

    @Override
    protected ApplicationContext newApplicationContext() {
        return new Lasting(this);
    }

    /// Outlives the test class for which it was made.
    private static final class Lasting extends DefaultApplicationContext {
        Lasting(SharedContext builder) {
            super(builder);
        }

        @Override
        public ApplicationContext start() {
            return isRunning() ? this : super.start();
        }

        @Override
        public ApplicationContext stop() {
            return this;
        }

        void end() {
            super.stop();
        }
    }
}
