package io.verigate.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.server.EmbeddedServer;
import io.verigate.database.RehearsalDatabase;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the service. A failed start logs the reason in one line, with the stack trace at level `DEBUG`; stops whatever it
/// has started, such as the database; and exits with code 1.
final class Service {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final String BASE_PACKAGE = "io.verigate.";

    private Service() {}

    /// Runs the service until SIGTERM or Ctrl-C, then completes the requests in flight.
    static void run() {
        ApplicationContext service = startOrExit();
        // The server's own hook would close connections before their requests are complete.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "stop"));
        await();
    }

    /// Starts the service on a free port and without a database. The caller closes it.
    ///
    /// @param data a temporary folder with a key file `secrets`
    static ApplicationContext rehearse(Path data) {
        return start(
                builder()
                        .environments(RehearsalDatabase.REHEARSAL)
                        .properties(
                                Map.of(
                                        "micronaut.server.host",
                                        "127.0.0.1",
                                        "micronaut.server.port",
                                        -1,
                                        "verigate.database.url",
                                        "jdbc:mariadb://127.0.0.1/none",
                                        "verigate.database.username",
                                        "none",
                                        "verigate.data-folder",
                                        data,
                                        "verigate.keys.file",
                                        data.resolve("secrets"))));
    }

    private static ApplicationContextBuilder builder() {
        // A bootstrap context, for configuration servers, would look at all beans once more.
        return ApplicationContext.builder()
                .mainClass(Verigate.class)
                .bootstrapEnvironment(false)
                .banner(false);
    }

    private static ApplicationContext startOrExit() {
        try {
            return start(builder());
        } catch (RuntimeException | Error failure) {
            LOG.error("cannot start: {}", reason(failure));
            LOG.debug("cannot start", failure);
            System.exit(1);
            throw failure;
        }
    }

    private static ApplicationContext start(ApplicationContextBuilder builder) {
        long start = System.nanoTime();
        ApplicationContext context = builder.build();
        try {
            context.start();
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            LOG.info("started in {} ms. Server Running: {}", took.toMillis(), server.getURL());
            return context;
        } catch (RuntimeException | Error failure) {
            context.close();
            throw failure;
        }
    }

    private static void stop(ApplicationContext service) {
        LOG.info("completing requests in flight");
        service.close();
        LOG.info("stopped");
    }

    private static void await() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The reason of a failure on one line: the message of the outermost exception that our own code threw, which has
    /// the most context, or else of the root cause.
    static String reason(Throwable exception) {
        List<Throwable> causes =
                Stream.iterate(exception, Objects::nonNull, Throwable::getCause).limit(50).toList();
        if (causes.getLast() instanceof BindException) {
            return "the address and port are already in use; stop the other program, or set `micronaut.server.port`";
        }
        Throwable cause =
                causes.stream().filter(Service::isOurs).findFirst().orElse(causes.getLast());
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName())
                .strip()
                .replaceAll("\\s+", " ");
    }

    /// Whether our code threw the exception with a message of its own. Micronaut's exceptions do not count: they may
    /// come from classes that it generated in our packages.
    private static boolean isOurs(Throwable exception) {
        StackTraceElement[] trace = exception.getStackTrace();
        String copied = exception.getCause() == null ? "" : exception.getCause().toString();
        return trace.length > 0
                && trace[0].getClassName().startsWith(BASE_PACKAGE)
                && !exception.getClass().getName().startsWith("io.micronaut.")
                && exception.getMessage() != null
                && !exception.getMessage().equals(copied);
    }
}
