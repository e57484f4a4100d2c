package io.verigate.bench;

import io.verigate.crash.ServiceProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The packaged service on a database that is there and migrated: how long it takes from its start until it is ready,
/// without and with the cache of `verigate warm-up`; the first decision; and its memory, at rest and under a steady
/// load. Asks for the folder that `./mvnw package` leaves, and for Linux, which tells the memory of a process.
final class StartBench {
    private static final Path FOLDER = Path.of("target", "verigate").toAbsolutePath();
    private static final Path CACHE = FOLDER.resolve("lib").resolve("verigate.aot");
    private static final Options OPTIONS = Options.given();
    private static final int ROUNDS = OPTIONS.number("rounds", 5);
    private static final Duration LOAD = OPTIONS.seconds("seconds", 60);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final int PER_SECOND = OPTIONS.number("rate", 1_000);
    private static final int CONNECTIONS = 32;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> environment;
    private final String key;

    private StartBench(Map<String, String> environment, String key) {
        this.environment = environment;
        this.key = key;
    }

    public static void main(String[] arguments) throws Exception {
        OPTIONS.end();
        if (!Files.isExecutable(launcher())) {
            System.err.println(
                    "there is no `%s`: run `./mvnw package` first".formatted(launcher()));
            System.exit(1);
        }
        Map<String, String> environment = BenchService.environment("start_bench");
        new StartBench(environment, BenchService.makeKey("start_bench")).measure();
        System.exit(0); // the pools of the test database are no daemons
    }

    private static Path launcher() {
        return FOLDER.resolve("bin").resolve("verigate");
    }

    private void measure() throws IOException, InterruptedException {
        Files.deleteIfExists(CACHE);
        row("first start on these rules, all cases run", List.of(start()));
        row("without the cache", starts());
        warmUp();
        row("with the cache", starts());
        memory();
    }

    /// One start.
    ///
    /// @param ready milliseconds from the start of the process
    /// @param first milliseconds of the first decision
    private record Start(double ready, double first) {}

    private List<Start> starts() throws IOException, InterruptedException {
        List<Start> starts = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            starts.add(start());
        }
        return starts;
    }

    private Start start() throws IOException, InterruptedException {
        long began = System.nanoTime();
        ServiceProcess service = serve();
        try {
            awaitReady(service.address());
            long ready = System.nanoTime();
            decide(service.address());
            return new Start((ready - began) / 1e6, (System.nanoTime() - ready) / 1e6);
        } finally {
            service.stop();
        }
    }

    private ServiceProcess serve() throws IOException {
        return ServiceProcess.start(List.of(launcher().toString()), environment);
    }

    private void awaitReady(URI service) throws IOException, InterruptedException {
        HttpRequest ask = HttpRequest.newBuilder(service.resolve("/health/readiness")).build();
        while (client.send(ask, BodyHandlers.discarding()).statusCode() != 200) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private void decide(URI service) throws IOException, InterruptedException {
        HttpRequest ask =
                HttpRequest.newBuilder(service.resolve("/v1/decisions"))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"interaction\":\"send-code\",\"account\":\"first\",\"method\":{\"channel\":\"sms\",\"address\":\"+447900123456\"}}"))
                        .build();
        int status = client.send(ask, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IllegalStateException("the first decision was answered with " + status);
        }
    }

    private static void warmUp() throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(launcher().toString(), "warm-up").inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("`verigate warm-up` failed");
        }
        System.out.printf(
                Locale.ROOT,
                "`verigate warm-up`: %.1f s, %d MiB%n",
                (System.nanoTime() - began) / 1e9,
                Files.size(CACHE) >> 20);
    }

    private static void row(String what, List<Start> starts) {
        System.out.printf(
                Locale.ROOT,
                "%s: ready after %.0f ms (%s), first decision %.0f ms%n",
                what,
                median(starts.stream().map(Start::ready).toList()),
                starts.size() == 1 ? "one start" : "median of " + starts.size(),
                median(starts.stream().map(Start::first).toList()));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private void memory() throws IOException, InterruptedException {
        ServiceProcess service = serve();
        try (ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor()) {
            awaitReady(service.address());
            TimeUnit.MILLISECONDS.sleep(REST.toMillis());
            System.out.printf("resident at rest: %d MiB%n", resident(service));
            List<Long> seen = new ArrayList<>();
            var unused =
                    watch.scheduleAtFixedRate(
                            () -> seen.add(resident(service)), 1, 1, TimeUnit.SECONDS);
            Outcome load =
                    Generator.run(
                            new InetSocketAddress(
                                    service.address().getHost(), service.address().getPort()),
                            CONNECTIONS,
                            LOAD,
                            PER_SECOND,
                            new Requests(key, 1).decision());
            watch.shutdownNow();
            System.out.printf(
                    Locale.ROOT,
                    "%.0f decisions/s for %d s, p50 %.2f ms, p99 %.2f ms, %d refused; resident: at the end %d MiB, most %d MiB%n",
                    load.answeredPerSecond(),
                    LOAD.toSeconds(),
                    Outcome.millis(load.answered, 50),
                    Outcome.millis(load.answered, 99),
                    load.refused.getTotalCount(),
                    seen.getLast(),
                    seen.stream().mapToLong(Long::longValue).max().orElseThrow());
        } finally {
            service.stop();
        }
    }

    /// Memory of the process that is in use by it now, shared pages of files included, in MiB.
    private static long resident(ServiceProcess service) {
        Path status = Path.of("/proc", Long.toString(service.pid()), "status");
        try {
            String line =
                    Files.readAllLines(status).stream()
                            .filter(one -> one.startsWith("VmRSS:"))
                            .findFirst()
                            .orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the memory of the service cannot be read from `" + status + "`", e);
        }
    }
}
