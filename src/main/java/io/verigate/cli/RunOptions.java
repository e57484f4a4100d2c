package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What backtests and replays have in common on the command line.
final class RunOptions {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/v1/backtests";
    private static final int PATIENCE_SECONDS = 10;

    @Mixin private final ServiceClient service = new ServiceClient();

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

    /// What is asked of the service, to be filled in.
    static ObjectNode order(String kind) {
        return JSON.createObjectNode().put("kind", kind);
    }

    /// Has the service do it, shows how far it is, and prints how it ended. Ctrl-C ends it early; what it has until then
    /// is printed too.
    ///
    /// @param print writes the report
    /// @return the run as it ended
    /// @throws IllegalStateException when the service refuses it, or it failed
    JsonNode run(ObjectNode order, PrintWriter out, Consumer<JsonNode> print) {
        if (from != null) {
            order.put("from", from);
        }
        if (to != null) {
            order.put("to", to);
        }
        if (threads > 0) {
            order.put("threads", threads);
        }
        String id = service.ask("POST", PATH, order.toString()).orFail().path("id").asText();
        CountDownLatch printed = new CountDownLatch(1);
        Thread interrupt = new Thread(() -> stop(id, printed));
        Runtime.getRuntime().addShutdownHook(interrupt);
        try {
            ProgressBar bar = ProgressBar.onTerminal();
            JsonNode run = service.follow(PATH + "/" + id + "/events", bar::show).orFail();
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
            return run;
        } finally {
            printed.countDown();
        }
    }

    private void stop(String id, CountDownLatch printed) {
        try {
            if (printed.getCount() > 0) {
                service.ask("DELETE", PATH + "/" + id, "").orFail();
                if (!printed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    System.err.println("verigate: the service did not stop " + id + " in time");
                }
            }
        } catch (MisuseException | IllegalStateException e) {
            System.err.println("verigate: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
