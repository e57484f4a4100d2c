package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What backtests and replays have in common on the command line.
final class RunOptions {
    private static final int PATIENCE_SECONDS = 10;

    @Option(
            names = "--url",
            defaultValue = "http://localhost:8080",
            description = "The service; ${DEFAULT-VALUE} unless told.")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            defaultValue = "data/admin.key",
            description =
                    "Holds an API key with the scopes rules:read and rules:write; ${DEFAULT-VALUE} unless told.")
    private Path keyFile = Path.of("data/admin.key");

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Not before, such as 2026-11-16T00:00:00Z; seven days before the end unless told.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Before; now unless told.")
    private @Nullable String to;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "How many threads of the service work on it; as it is configured unless told.")
    private int threads;

    @Option(names = "--format", defaultValue = "text", description = "How to answer: text or json.")
    private OutputFormat format = OutputFormat.TEXT;

    /// Has the service do it, shows how far it is, and prints how it ended. Ctrl-C ends it early; what it has until then
    /// is printed too.
    ///
    /// @param print writes the report
    /// @return the run as it ended
    JsonNode run(ObjectNode order, PrintWriter out, Consumer<JsonNode> print) throws IOException {
        RunClient client = RunClient.of(url, keyFile);
        if (from != null) {
            order.put("from", from);
        }
        if (to != null) {
            order.put("to", to);
        }
        if (threads > 0) {
            order.put("threads", threads);
        }
        String id = client.begin(order);
        CountDownLatch printed = new CountDownLatch(1);
        Thread interrupt = new Thread(() -> stop(client, id, printed));
        Runtime.getRuntime().addShutdownHook(interrupt);
        ProgressBar bar = ProgressBar.onTerminal();
        JsonNode run = client.follow(id, bar::show);
        bar.clear();
        if (run.path("state").asText().equals("failed")) {
            throw new IllegalStateException(run.path("failure").asText());
        }
        if (format == OutputFormat.JSON) {
            out.println(run.toPrettyString());
        } else {
            print.accept(run);
        }
        out.flush();
        printed.countDown();
        return run;
    }

    private static void stop(RunClient client, String id, CountDownLatch printed) {
        try {
            if (printed.getCount() > 0) {
                client.stop(id);
                if (!printed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    System.err.println("verigate: the service did not stop " + id + " in time");
                }
            }
        } catch (IOException | IllegalStateException e) {
            System.err.println(
                    "verigate: "
                            + Objects.requireNonNullElse(e.getMessage(), "the service is away"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
