package io.verigate.bench;

import io.verigate.access.KeyMaker;
import io.verigate.access.Role;
import io.verigate.access.mariadb.MariaDbApiKeys;
import io.verigate.bench.Generator.Outcome;
import io.verigate.crash.ServiceProcess;
import io.verigate.database.TestDatabase;
import io.verigate.protection.Keys;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Decisions over HTTP, each on disk before it is answered, beside an endpoint of the same server that does nothing, in
/// turns. Generator and database are on the same machine and take their part of it.
final class LoadBench {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("seconds", 10));
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final int[] CONNECTIONS = {1, 32, 128};

    private final InetSocketAddress service;
    private final String key;
    private final SplittableRandom random = new SplittableRandom(1);

    LoadBench(URI service, String key) {
        this.service = new InetSocketAddress(service.getHost(), service.getPort());
        this.key = key;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> schema = TestDatabase.properties("load");
        KeyMaker.Made made = new KeyMaker().make("load", Role.SERVICE, Instant.now(), null);
        new MariaDbApiKeys(TestDatabase.same("load")).add(made.key(), made.sha256());
        ServiceProcess process = ServiceProcess.start(environment(schema), List.of());
        try {
            new LoadBench(process.address(), made.secret()).compare();
        } finally {
            process.stop();
        }
        System.exit(0); // the pools of the test database are no daemons
    }

    private void compare() throws IOException {
        System.out.println("warming up");
        for (int connections : CONNECTIONS) {
            run(connections, this::decision);
            run(connections, this::noop);
        }
        System.out.println(
                "| connections | no-op/s | p50 ms | p99 ms | decisions/s | p50 ms | p99 ms | ratio |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (int connections : CONNECTIONS) {
            List<Pair> pairs = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                pairs.add(new Pair(run(connections, this::noop), run(connections, this::decision)));
            }
            pairs.sort(Comparator.comparingDouble(Pair::ratio));
            System.out.println(pairs.get(ROUNDS / 2).row(connections));
        }
    }

    private record Pair(Outcome noop, Outcome decision) {
        double ratio() {
            return decision.perSecond() / noop.perSecond();
        }

        String row(int connections) {
            return String.format(
                    Locale.ROOT,
                    "| %d | %.0f | %.2f | %.2f | %.0f | %.2f | %.2f | %.3f |",
                    connections,
                    noop.perSecond(),
                    noop.millis(50),
                    noop.millis(99),
                    decision.perSecond(),
                    decision.millis(50),
                    decision.millis(99),
                    ratio());
        }
    }

    private Outcome run(int connections, Supplier<byte[]> requests) throws IOException {
        Outcome outcome = Generator.run(service, connections, LENGTH, 0, requests);
        if (outcome.refused() > 0) {
            throw new IllegalStateException(outcome.refused() + " calls were refused");
        }
        return outcome;
    }

    private byte[] noop() {
        return ("GET /v1/noop HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + key
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// Somebody new each time, so that every decision writes new rows and none is refused for its number.
    byte[] decision() {
        int person = random.nextInt(100_000_000);
        int ip = random.nextInt();
        String body =
                "{\"interaction\":\"send-code\",\"account\":\"load-"
                        + person
                        + "\",\"method\":{\"channel\":\"sms\",\"address\":\"+4479"
                        + String.valueOf(100_000_000 + person).substring(1)
                        + "\"},\"source\":{\"ip\":\""
                        + (1 + (ip >>> 24) % 200)
                        + "."
                        + (ip >>> 16 & 255)
                        + "."
                        + (ip >>> 8 & 255)
                        + "."
                        + (ip & 255)
                        + "\",\"device\":\"d-"
                        + person
                        + "\"},\"language\":\"en-GB\"}";
        return ("POST /v1/decisions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + key
                        + "\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    static Map<String, String> environment(Map<String, String> schema) throws IOException {
        Path secrets = Path.of("target", "test-keys", "load.keys");
        Keys.read(secrets, true);
        Map<String, String> environment = new HashMap<>();
        schema.forEach((name, value) -> environment.put(ServiceProcess.variable(name), value));
        environment.put("MICRONAUT_SERVER_PORT", "-1");
        environment.put("VERIGATE_KEYS_FILE", secrets.toAbsolutePath().toString());
        environment.put("VERIGATE_SANDBOX_ENABLED", "false");
        environment.put("VERIGATE_RULES_POLICIES", calm().toAbsolutePath().toString());
        return environment;
    }

    /// The cases of hot regions would say that something is wrong.
    private static boolean isCopied(Path file) {
        return Files.isRegularFile(file) && !file.endsWith("hot-regions.cases.yaml");
    }

    /// The shipped policies without hot regions: nobody types a code in here, and refusing strangers is not what is to be
    /// measured.
    private static Path calm() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "load-policies"));
        try (Stream<Path> files = Files.list(Path.of("policies"))) {
            for (Path file : files.filter(LoadBench::isCopied).toList()) {
                String text =
                        Files.readString(file)
                                .replaceAll(
                                        "(?m)^(  (elevated|high|severe|range)Verified): \\d+",
                                        "$1: 0");
                Files.writeString(folder.resolve(file.getFileName()), text);
            }
        }
        return folder;
    }
}
