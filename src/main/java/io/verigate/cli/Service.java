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

/// The service as a whole. A start that fails says so in one line, with the reason and without a stack trace, takes back
/// what it has started, the database foremost, and ends with exit code 1; the trace is in the log at level `DEBUG`.
final class Service {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private static final String OURS = "io.verigate.";

    private Service() {}

    /// Runs the service until the process is told to end (SIGTERM, Ctrl-C); what is in flight then is finished first.
    static void run() {
        ApplicationContext service = startOrEnd();
        // The server's own hook would cut connections first: the context finishes their calls.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(service), "end"));
        await();
    }

    /// Starts the service on any free port and without a database. The caller closes it. A failure is thrown on.
    ///
    /// @param data a folder for this one time, with a file of `secrets` in it
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
        return ApplicationContext.builder()
                .mainClass(Verigate.class)
                .bootstrapEnvironment(
                        false) // for configuration servers, which costs a look at all beans
                .banner(false);
    }

    private static ApplicationContext startOrEnd() {
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
        long began = System.nanoTime();
        ApplicationContext context = builder.build();
        try {
            context.start();
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            LOG.info("started in {} ms. Server Running: {}", took.toMillis(), server.getURL());
            return context;
        } catch (RuntimeException | Error failure) {
            context.close();
            throw failure;
        }
    }

    private static void end(ApplicationContext service) {
        LOG.info("finishing what is in flight");
        service.close();
        LOG.info("ended");
    }

    private static void await() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What our own code says of it, the outermost first because that knows most of what was wanted, or else the
    /// innermost cause of all, on one line.
    static String reason(Throwable exception) {
        List<Throwable> causes =
                Stream.iterate(exception, Objects::nonNull, Throwable::getCause).limit(50).toList();
        if (causes.getLast() instanceof BindException) {
            return "the address and port are already in use; stop the other program, or set `micronaut.server.port`";
        }
        Throwable told =
                causes.stream().filter(Service::isInOurWords).findFirst().orElse(causes.getLast());
        return Objects.requireNonNullElse(told.getMessage(), told.getClass().getSimpleName())
                .strip()
                .replaceAll("\\s+", " ");
    }

    /// Whether our code made it and gave it a message. What Micronaut wraps around it may be made in classes that were
    /// generated beside ours.
    private static boolean isInOurWords(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        String copied = cause.getCause() == null ? "" : cause.getCause().toString();
        return trace.length > 0
                && trace[0].getClassName().startsWith(OURS)
                && !cause.getClass().getName().startsWith("io.micronaut.")
                && cause.getMessage() != null
                && !cause.getMessage().equals(copied);
    }
}
