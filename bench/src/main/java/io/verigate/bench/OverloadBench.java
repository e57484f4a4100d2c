package io.verigate.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What happens past the peak: the peak is looked for, then half of it is asked for, then three times as much for a
/// minute, then half of it again. The generator keeps its rate whatever the service does, and tells how late it was.
///
/// What is asked for are verifications: they are three times the work of a decision and no more to ask for, so that a
/// generator on the same cores can ask for more than it gets.
///
/// It asks over twice as many connections as are answered in a second at the peak: what is let in keeps one for as long as it
/// takes, and who has none left asks for less.
///
/// Options: `seconds` of the quiet phases, `minute` of the loud one, `times` the peak.
final class OverloadBench {
    private static final int USUAL_CONNECTIONS = 128;
    private static final Duration SLICE = Duration.ofMillis(250);

    private final BenchService service;
    private final Calls calls;

    private OverloadBench(BenchService service) {
        this.service = service;
        this.calls = service.requests().verification();
    }

    public static void main(String[] arguments) throws Exception {
        Options options = Options.given();
        Duration quiet = options.seconds("seconds", 15);
        Duration loud = options.seconds("minute", 60);
        double times = options.number("times", 3);
        options.end();
        try (Sink sink = new Sink();
                BenchService service = BenchService.start("overload_bench", sink.settings())) {
            new OverloadBench(service).run(quiet, loud, times);
        }
        System.exit(0); // the pools of the test database are no daemons
    }

    private void run(Duration quiet, Duration loud, double times) throws IOException {
        WarmUp.of(service, calls, USUAL_CONNECTIONS, 1);
        System.out.println(
                "\n| phase | asked/s | answered/s | p50, p99 ms | refused/s | p50, p99 ms | failed | late p50, p99 ms |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        try (Generator few = new Generator(List.of(service.address()), USUAL_CONNECTIONS)) {
            Outcome peak = few.run(quiet, 0, calls).good();
            tell("peak", 0, peak);
            double half = peak.answeredPerSecond() / 2;
            Outcome before = few.run(quiet, half, calls);
            tell("half of it", half, before);
            int connections = (int) (2 * peak.answeredPerSecond());
            try (Generator many = new Generator(List.of(service.address()), connections)) {
                double much = peak.answeredPerSecond() * times;
                tell("%.0f times as much".formatted(times), much, many.run(loud, much, calls));
                Duration normal = untilNormal(few, half, before.millis(99), quiet);
                tell("half of it again", half, few.run(quiet, half, calls));
                System.out.printf(
                        Locale.ROOT,
                        "%nnormal again after %d ms: a second without refusals, each quarter with a p99 within twice the %.2f ms of before%n",
                        normal.toMillis(),
                        before.millis(99));
            }
        }
    }

    /// When the first of four normal slices in a row began; the whole time when there were none.
    private Duration untilNormal(Generator few, double rate, double usual, Duration watched)
            throws IOException {
        Duration began = Duration.ZERO;
        for (Duration at = SLICE; at.compareTo(watched) <= 0; at = at.plus(SLICE)) {
            Outcome slice = few.run(SLICE, rate, calls);
            if (slice.refused.getTotalCount() > 0 || slice.millis(99) > 2 * usual) {
                began = at;
            } else if (at.minus(began).equals(SLICE.multipliedBy(4))) {
                return began;
            }
        }
        return watched;
    }

    private static void tell(String phase, double asked, Outcome outcome) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.0f | %.2f, %.2f | %.0f | %.2f, %.2f | %d | %.2f, %.2f |%n",
                phase,
                asked == 0 ? "as answered" : "%.0f".formatted(asked),
                outcome.answeredPerSecond(),
                outcome.millis(50),
                outcome.millis(99),
                outcome.refusedPerSecond(),
                Outcome.millis(outcome.refused, 50),
                Outcome.millis(outcome.refused, 99),
                outcome.other(),
                Outcome.millis(outcome.late, 50),
                Outcome.millis(outcome.late, 99));
    }
}
