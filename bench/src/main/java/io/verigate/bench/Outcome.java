package io.verigate.bench;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/// What became of the calls of one run. Latencies are in microseconds, from when a call was due.
final class Outcome {
    private static final int REFUSED = 503;

    final Histogram answered = new Histogram(3);
    final Histogram refused = new Histogram(3);

    /// How late calls left, microseconds: because no connection was free, or because the generator was slow.
    final Histogram late = new Histogram(3);

    private long other;
    private int example;
    private Duration took = Duration.ZERO;

    void sent(long lateNanos) {
        late.recordValue(lateNanos / 1_000);
    }

    void heard(int status, long nanos) {
        if (status / 100 == 2) {
            answered.recordValue(nanos / 1_000);
        } else if (status == REFUSED) {
            refused.recordValue(nanos / 1_000);
        } else {
            other++;
            example = status;
        }
    }

    void end(long nanos) {
        took = Duration.ofNanos(nanos);
    }

    /// The same, when nothing but good answers makes sense.
    ///
    /// @throws IllegalStateException when there were others
    Outcome good() {
        if (other > 0 || refused.getTotalCount() > 0) {
            throw new IllegalStateException(
                    "%d calls were refused, %d failed, such as with %d"
                            .formatted(refused.getTotalCount(), other, example));
        }
        return this;
    }

    /// Calls that failed in another way than by overload.
    long other() {
        return other;
    }

    double answeredPerSecond() {
        return answered.getTotalCount() / seconds();
    }

    double refusedPerSecond() {
        return refused.getTotalCount() / seconds();
    }

    /// Of those answered.
    double millis(double percentile) {
        return millis(answered, percentile);
    }

    static double millis(Histogram micros, double percentile) {
        return micros.getTotalCount() == 0 ? 0 : micros.getValueAtPercentile(percentile) / 1e3;
    }

    private double seconds() {
        return took.toNanos() / 1e9;
    }
}
