package io.verigate.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/// Calls a service over many connections from one thread, so that little of the machine goes into asking.
///
/// Without a rate, each connection asks again as soon as it is answered: this finds the peak. With a rate, requests have
/// times at which they are due, and their latency counts from there, also when no connection was free: a service that
/// stands still is not measured kindly.
final class Generator {
    private final Selector selector;
    private final ArrayDeque<Wire> idle = new ArrayDeque<>();
    private final Histogram micros = new Histogram(3);
    private final Supplier<byte[]> requests;
    private final double nanosApart;
    private long due;
    private long refused;

    /// @param micros latencies in microseconds
    /// @param refused answers that were not of the 200s
    /// @param took the whole run
    record Outcome(Histogram micros, long refused, Duration took) {
        double perSecond() {
            return micros.getTotalCount() / (took.toNanos() / 1e9);
        }

        double millis(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1e3;
        }
    }

    private Generator(Selector selector, double perSecond, Supplier<byte[]> requests) {
        this.selector = selector;
        this.nanosApart = perSecond > 0 ? 1e9 / perSecond : 0;
        this.requests = requests;
    }

    /// Runs for a time.
    ///
    /// @param perSecond requests in a second; zero for as many as are answered
    /// @param requests makes whole requests, from the first line to the end of the body
    static Outcome run(
            InetSocketAddress service,
            int connections,
            Duration length,
            double perSecond,
            Supplier<byte[]> requests)
            throws IOException {
        try (Selector selector = Selector.open()) {
            Generator generator = new Generator(selector, perSecond, requests);
            for (int i = 0; i < connections; i++) {
                generator.idle.add(Wire.open(service, selector));
            }
            return generator.run(length);
        }
    }

    private Outcome run(Duration length) throws IOException {
        long start = System.nanoTime();
        long end = start + length.toNanos();
        due = start;
        while (System.nanoTime() < end) {
            ask();
            selector.select(1);
            for (SelectionKey key : selector.selectedKeys()) {
                hear((Wire) key.attachment());
            }
            selector.selectedKeys().clear();
        }
        long took = System.nanoTime() - start;
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        return new Outcome(micros, refused, Duration.ofNanos(took));
    }

    private void ask() throws IOException {
        long now = System.nanoTime();
        while (!idle.isEmpty() && (nanosApart == 0 || due <= now)) {
            idle.remove().send(requests.get(), nanosApart == 0 ? now : due);
            due += (long) nanosApart;
        }
    }

    private void hear(Wire wire) throws IOException {
        int status = wire.answer();
        if (status == 0) {
            return;
        }
        micros.recordValue((System.nanoTime() - wire.since()) / 1_000);
        refused += status / 100 == 2 ? 0 : 1;
        idle.add(wire);
    }
}
