package io.verigate.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import java.net.BindException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A start of the service that fails in one line, with the reason and without a stack trace, and exit code 1. The trace
/// is in the log at level `DEBUG`.
final class Service extends Micronaut {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private @Nullable ApplicationContext context;

    /// Starts the service and returns when it is ready; ends the process when it cannot start.
    static void begin() {
        service().start();
    }

    /// Starts the service on any free port and without a database. The caller closes it.
    ///
    /// @param secrets a file of secrets for this one time
    static ApplicationContext rehearse(Path secrets) {
        return service()
                .environments(Contexts.REHEARSAL)
                .properties(
                        Map.of(
                                "micronaut.server.host", "127.0.0.1",
                                "micronaut.server.port", -1,
                                "verigate.database.url", "jdbc:mariadb://127.0.0.1/none",
                                "verigate.database.username", "none",
                                "verigate.keys.file", secrets))
                .start();
    }

    /// Kept, so that a start that fails takes back what it has started: the database foremost.
    @Override
    protected ApplicationContext newApplicationContext() {
        context = super.newApplicationContext();
        return context;
    }

    private static Micronaut service() {
        return new Service().mainClass(Verigate.class).banner(false);
    }

    @Override
    protected void handleStartupException(Environment environment, Throwable exception) {
        LOG.error("cannot start: {}", reason(exception));
        LOG.debug("cannot start", exception);
        if (context != null) {
            context.close();
        }
        System.exit(1);
    }

    /// What the innermost cause of our own says, or else the innermost cause of all, on one line.
    static String reason(Throwable exception) {
        ArrayDeque<Throwable> causes = new ArrayDeque<>();
        for (Throwable cause = exception;
                cause != null && causes.size() < 50;
                cause = cause.getCause()) {
            causes.push(cause);
        }
        if (causes.element() instanceof BindException) {
            return "the address and port are already in use; stop the other program, or set `micronaut.server.port`";
        }
        Throwable told =
                causes.stream()
                        .filter(cause -> cause.getClass().getName().startsWith("io.verigate."))
                        .findFirst()
                        .orElse(causes.element());
        return Objects.requireNonNullElse(told.getMessage(), told.getClass().getSimpleName())
                .strip()
                .replaceAll("\\s+", " ");
    }
}
