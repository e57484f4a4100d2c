package io.verigate.bench;

import java.io.IOException;
import java.time.Duration;

/// Calls a service until it gets no faster: its code is compiled while it runs, on the same cores, and how long that takes
/// depends on the machine.
final class WarmUp {
    private static final Duration TURN = Duration.ofSeconds(4);
    private static final int MAX_LENGTH = 40;

    /// So many turns in a row without a new best rate are the end.
    private static final int FLAT = 3;

    /// A rate counts as a new best when it is so much higher: the machine is noisy.
    private static final double RISE = 1.05;

    private WarmUp() {}

    /// @param pieces decisions in one call
    static void of(BenchService service, Calls calls, int connections, int pieces)
            throws IOException {
        double best = 0;
        int flat = 0;
        for (int turn = 0; turn < MAX_LENGTH && flat < FLAT; turn++) {
            double rate =
                    pieces
                            * Generator.run(service.address(), connections, TURN, 0, calls)
                                    .answeredPerSecond();
            flat = rate > RISE * best ? 0 : flat + 1;
            best = Math.max(best, rate);
            System.out.printf("warming up: %,.0f/s, best %,.0f/s%n", rate, best);
        }
    }
}
