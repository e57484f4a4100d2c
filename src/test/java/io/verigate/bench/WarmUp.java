package io.verigate.bench;

import java.io.IOException;
import java.time.Duration;

/// Calls a service until its code is compiled, however slow the machine is.
final class WarmUp {
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final int ENOUGH = 20_000;

    private WarmUp() {}

    /// @param pieces decisions in one call
    static void of(BenchService service, Calls calls, int connections, int pieces)
            throws IOException {
        long done = 0;
        while (done < ENOUGH) {
            done +=
                    pieces
                            * Generator.run(service.address(), connections, TURN, 0, calls)
                                    .answered
                                    .getTotalCount();
            System.out.printf("warming up: %,d of %,d%n", Math.min(done, ENOUGH), ENOUGH);
        }
    }
}
