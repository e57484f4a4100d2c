package io.verigate.bench;

import io.verigate.database.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The same decisions on an empty database and beside millions of rows: one service for each size, all on one server, in
/// turns within one run.
///
/// Options: `sizes` in rows of the journal and again of the counters, the first to compare with; `pool` for pages, such as
/// `2G`; `seconds`, `rounds`, `connections`.
final class GrowthBench {
    private final int connections;
    private final Duration length;
    private final List<Size> sizes = new ArrayList<>();

    private GrowthBench(int connections, Duration length) {
        this.connections = connections;
        this.length = length;
    }

    /// A service on a database of one size, and what was measured there.
    private record Size(int rows, BenchService service, Calls calls, List<Outcome> outcomes) {
        double rate(int round) {
            return outcomes.get(round).answeredPerSecond();
        }
    }

    public static void main(String[] arguments) throws Exception {
        Options options = Options.given();
        List<Integer> sizes = options.numbers("sizes", "0,1000000,10000000");
        String pool = options.text("pool", "8G");
        GrowthBench bench =
                new GrowthBench(options.number("connections", 128), options.seconds("seconds", 5));
        int rounds = options.number("rounds", 7);
        options.end();
        System.setProperty(TestDatabase.OPTIONS, BenchService.serverWith(pool));
        try {
            for (int rows : sizes) {
                bench.add(rows);
            }
            bench.settle();
            for (int round = 0; round < rounds; round++) {
                bench.round(round);
            }
            bench.tell(rounds);
        } finally {
            for (Size size : bench.sizes) {
                size.service().close();
            }
        }
        System.exit(0); // the pools of the test database are no daemons
    }

    private void add(int rows) throws IOException, SQLException {
        String schema = "growth_" + rows;
        BenchService service = BenchService.start(schema, Map.of());
        Size size = new Size(rows, service, service.requests().decision(), new ArrayList<>());
        sizes.add(size);
        // Every service is warmed up the same way; what it wrote is what is copied.
        WarmUp.of(service, size.calls(), connections, 1);
        if (rows > 0) {
            long start = System.nanoTime();
            try (Filling filling = new Filling(schema)) {
                filling.journal(rows);
                filling.counters(rows);
            }
            System.out.printf(
                    "%s: filled in %d s%n", schema, (System.nanoTime() - start) / 1_000_000_000);
        }
    }

    /// What was filled in is still being written, and caches have to fill again.
    private void settle() throws IOException {
        for (Size size : sizes) {
            WarmUp.of(size.service(), size.calls(), connections, 1);
        }
    }

    /// Each size once; every round begins with another one.
    private void round(int number) throws IOException {
        for (int i = 0; i < sizes.size(); i++) {
            Size size = sizes.get((i + number) % sizes.size());
            Outcome outcome = run(size, length);
            size.outcomes().add(outcome);
            System.out.printf(
                    Locale.ROOT,
                    "round %d, %,d rows: %.0f/s, %.0f/s refused%n",
                    number + 1,
                    size.rows(),
                    outcome.answeredPerSecond(),
                    outcome.refusedPerSecond());
        }
    }

    private Outcome run(Size size, Duration time) throws IOException {
        Outcome outcome =
                Generator.run(size.service().address(), connections, time, 0, size.calls());
        if (outcome.other() > 0) {
            outcome.good();
        }
        return outcome;
    }

    private void tell(int rounds) throws SQLException {
        System.out.println(
                "\n| rows at first | journal now | counters now | GB | decisions/s | refused/s | against empty | p50, p99 ms |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (Size size : sizes) {
            try (Filling filling = new Filling("growth_" + size.rows())) {
                System.out.printf(
                        Locale.ROOT,
                        "| %,d | %,d | %,d | %.2f | %.0f | %.0f | %.3f | %.2f, %.2f |%n",
                        size.rows(),
                        filling.count("journal"),
                        filling.count("counter"),
                        filling.size() / 1e9,
                        Medians.of(size.outcomes(), Outcome::answeredPerSecond),
                        Medians.of(size.outcomes(), Outcome::refusedPerSecond),
                        Medians.of(
                                rounds, round -> size.rate(round) / sizes.getFirst().rate(round)),
                        Medians.of(size.outcomes(), outcome -> outcome.millis(50)),
                        Medians.of(size.outcomes(), outcome -> outcome.millis(99)));
                if (size == sizes.getLast()) {
                    System.out.printf(
                            "%nmedians of %d rounds, %d connections, buffer pool %d MiB%n",
                            rounds, connections, filling.pool() >> 20);
                }
            }
        }
    }
}
