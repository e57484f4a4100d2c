package io.verigate.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Two services on one database against one of them, with the same number of callers, in turns. Where all share one
/// machine, two nodes can only be as fast as one; what shows is what their locks cost.
///
/// Options: `seconds`, `rounds`, `connections`.
final class TwoNodesBench {
    private final int connections;
    private final Duration length;
    private final Calls calls;

    private TwoNodesBench(int connections, Duration length, Calls calls) {
        this.connections = connections;
        this.length = length;
        this.calls = calls;
    }

    public static void main(String[] arguments) throws Exception {
        Options options = Options.given();
        Duration length = options.seconds("seconds", 8);
        int rounds = options.number("rounds", 5);
        int connections = options.number("connections", 128);
        options.end();
        try (BenchService one = BenchService.start("two_nodes_bench", Map.of());
                BenchService other = one.another("node-2")) {
            Calls calls = one.requests().decision();
            WarmUp.of(one, calls, connections, 1);
            WarmUp.of(other, calls, connections, 1);
            new TwoNodesBench(connections, length, calls)
                    .compare(one.address(), other.address(), rounds);
        }
        System.exit(0); // the pools of the test database are no daemons
    }

    private void compare(InetSocketAddress one, InetSocketAddress other, int rounds)
            throws IOException {
        List<Outcome> alone = new ArrayList<>();
        List<Outcome> both = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            alone.add(run(List.of(round % 2 == 0 ? one : other)));
            both.add(run(List.of(one, other)));
            System.out.printf(
                    Locale.ROOT,
                    "round %d: one %.0f/s, two %.0f/s%n",
                    round + 1,
                    alone.getLast().answeredPerSecond(),
                    both.getLast().answeredPerSecond());
        }
        System.out.println("\n| nodes | decisions/s | p50, p99 ms |");
        System.out.println("| --- | --- | --- |");
        row("one", alone);
        row("two", both);
        System.out.printf(
                Locale.ROOT,
                "%ntwo against one: %.3f; medians of %d rounds, %d connections%n",
                Medians.of(
                        rounds,
                        round ->
                                both.get(round).answeredPerSecond()
                                        / alone.get(round).answeredPerSecond()),
                rounds,
                connections);
    }

    private Outcome run(List<InetSocketAddress> nodes) throws IOException {
        try (Generator generator = new Generator(nodes, connections)) {
            return generator.run(length, 0, calls).good();
        }
    }

    private static void row(String nodes, List<Outcome> outcomes) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.2f, %.2f |%n",
                nodes,
                Medians.of(outcomes, Outcome::answeredPerSecond),
                Medians.of(outcomes, outcome -> outcome.millis(50)),
                Medians.of(outcomes, outcome -> outcome.millis(99)));
    }
}
