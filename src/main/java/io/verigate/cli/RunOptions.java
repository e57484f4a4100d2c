package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that backtests and replays share.
final class RunOptions {
    private static final String PATH = "/v1/backtests";
    private static final int STOP_TIMEOUT_SECONDS = 10;
    @Mixin private final ServiceClient service = new ServiceClient();
    @Mixin private final PeriodOptions period = new PeriodOptions();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of threads that the service uses. Default: as configured")
    private int threads;

    /// Runs a backtest or replay on the service, showing its progress, and prints the result. Ctrl-C stops it early and
    /// prints the partial result.
    ///
    /// @param request the kind of run and its parameters; the period and threads are added
    /// @param text prints the result as text
    /// @return the run in its final state
    /// @throws IllegalStateException when the service rejects the request, or the run fails
    JsonNode run(ObjectNode request, OutputOptions output, Consumer<JsonNode> text) {
        period.parameters().forEach(request::put);
        if (threads > 0) {
            request.put("threads", threads);
        }
        String id = service.post(PATH, request).orThrow().path("id").asText();
        CountDownLatch printed = new CountDownLatch(1);
        Thread interrupt = new Thread(() -> stop(id, printed));
        Runtime.getRuntime().addShutdownHook(interrupt);
        try {
            ProgressBar bar = ProgressBar.onTerminal();
            ServiceResponse last = service.events(PATH + "/" + id + "/events", bar::show);
            bar.clear();
            JsonNode run = last.orThrow();
            if (run.path("state").asText().equals("failed")) {
                throw new IllegalStateException(run.path("failure").asText());
            }
            output.print(last, body -> text.accept(body.path("result")));
            return run;
        } finally {
            printed.countDown();
        }
    }

    private void stop(String id, CountDownLatch printed) {
        try {
            if (printed.getCount() > 0) {
                service.delete(PATH + "/" + id).orThrow();
                if (!printed.await(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                    System.err.println("verigate: the service did not stop `" + id + "` in time");
                }
            }
        } catch (UsageException | IllegalStateException e) {
            System.err.println("verigate: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
