package io.verigate.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Calls over HTTP, each on disk before it is answered, beside an endpoint of the same server that does nothing, in turns:
/// the peaks, what is allocated for each call or decision there, and latencies at half of each peak, counted from when a
/// call was due. Generator and database are on the same machine and take their part of it.
///
/// Options: `seconds` of one run, `rounds` of which the median counts, `connections`, and `kinds` of calls: `decision`,
/// `refused`, `verification`, `batch`.
final class LoadBench {
    private static final int BATCH = 100;

    private final BenchService service;
    private final Duration length;
    private final int rounds;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Calls noop;

    /// @param pieces decisions in one call
    private record Kind(String name, Calls calls, int pieces) {}

    private LoadBench(BenchService service, Duration length, int rounds) {
        this.service = service;
        this.length = length;
        this.rounds = rounds;
        Requests requests = service.requests();
        this.noop = requests.noop();
        add(new Kind("decision", requests.decision(), 1));
        add(new Kind("refused", requests.refused(), 1));
        add(new Kind("verification", requests.verification(), 1));
        add(new Kind("batch", requests.batch(BATCH), BATCH));
    }

    private void add(Kind kind) {
        kinds.put(kind.name(), kind);
    }

    public static void main(String[] arguments) throws Exception {
        Options options = Options.given();
        Duration length = options.seconds("seconds", 3);
        int rounds = options.number("rounds", 3);
        List<Integer> connections = options.numbers("connections", "1,32,128,512");
        List<String> kinds = options.names("kinds", "decision,verification,batch");
        options.end();
        try (Sink sink = new Sink();
                BenchService service = BenchService.start("load", sink.settings())) {
            LoadBench bench = new LoadBench(service, length, rounds);
            bench.warmUp(kinds);
            bench.measure(kinds, connections);
            System.out.printf("%nmessages that reached the provider: %d%n", sink.taken());
        }
        System.exit(0); // the pools of the test database are no daemons
    }

    private void warmUp(List<String> names) throws IOException {
        WarmUp.of(service, noop, 128, 1);
        for (String name : names) {
            Kind kind = kinds.get(name);
            WarmUp.of(service, kind.calls(), kind.pieces() == 1 ? 128 : 4, kind.pieces());
        }
        System.out.println();
        System.out.println(
                "| calls | connections | no-op/s | decisions/s | ratio | p50, p99 ms | refused | KiB allocated | no-op at half: p50, p99 ms"
                        + " | at half: p50, p99 ms | late p99 ms | p99 over no-op's |");
        System.out.println(
                "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    }

    private void measure(List<String> names, List<Integer> connections) throws IOException {
        for (String name : names) {
            for (int some : connections) {
                System.out.println(row(kinds.get(name), some));
            }
        }
    }

    /// @param allocated for each call, in bytes
    private record Pair(Outcome noop, Outcome calls, double allocated) {
        double ratio() {
            return calls.answeredPerSecond() / noop.answeredPerSecond();
        }
    }

    private Pair pair(Kind kind, int connections) throws IOException {
        Outcome still = run(connections, 0, noop);
        double before = service.allocated();
        Outcome calls = run(connections, 0, kind.calls());
        double allocated = service.allocated() - before;
        return new Pair(still, calls, allocated / calls.answered.getTotalCount());
    }

    private String row(Kind kind, int connections) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            pairs.add(pair(kind, connections));
        }
        pairs.sort(Comparator.comparingDouble(Pair::ratio));
        Pair peak = pairs.get(rounds / 2);
        Outcome still = run(connections, peak.noop().answeredPerSecond() / 2, noop);
        Outcome half = run(connections, peak.calls().answeredPerSecond() / 2, kind.calls());
        double refused = peak.calls().refusedPerSecond();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | %.3f | %s | %.1f %% | %.0f | %s | %s | %.2f | %.1f |",
                kind.name(),
                connections,
                peak.noop().answeredPerSecond(),
                peak.calls().answeredPerSecond() * kind.pieces(),
                peak.ratio() * kind.pieces(),
                latencies(peak.calls()),
                100 * refused / (refused + peak.calls().answeredPerSecond()),
                peak.allocated() / kind.pieces() / 1_024,
                latencies(still),
                latencies(half),
                Outcome.millis(half.late, 99),
                half.millis(99) / still.millis(99));
    }

    private static String latencies(Outcome outcome) {
        return String.format(Locale.ROOT, "%.2f, %.2f", outcome.millis(50), outcome.millis(99));
    }

    private Outcome run(int connections, double perSecond, Calls calls) throws IOException {
        Outcome outcome = Generator.run(service.address(), connections, length, perSecond, calls);
        if (outcome.other() > 0) {
            outcome.good();
        }
        return outcome;
    }
}
