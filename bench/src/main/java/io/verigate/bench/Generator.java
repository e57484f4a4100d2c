package io.verigate.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Calls a service over many connections from one thread, so that little of the machine goes into asking: requests are
/// bytes that are made ahead, answers are read for their status only, and nothing is allocated for either.
///
/// Without a rate, each connection asks again as soon as it is answered: this finds the peak. With a rate, requests have
/// times at which they are due, and their latency counts from there, also when no connection was free: a service that
/// stands still is not measured kindly.
final class Generator implements AutoCloseable {
    private static final int MAX_LENGTH = 256 * 1024;
    private static final long MILLISECOND = 1_000_000;

    /// How long it may look away from answers while it waits for a request to be due.
    private static final long GLANCE = 100_000;

    private final Selector selector = Selector.open();
    private final ArrayDeque<Wire> idle = new ArrayDeque<>();
    private final ByteBuffer out = ByteBuffer.allocateDirect(MAX_LENGTH);
    private final ByteBuffer in = ByteBuffer.allocateDirect(MAX_LENGTH);
    private Outcome outcome = new Outcome();
    private long due;

    /// Opens the connections.
    ///
    /// @param services they are spread evenly over these
    Generator(List<InetSocketAddress> services, int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            idle.add(Wire.open(services.get(i % services.size()), selector));
        }
    }

    /// One run on connections of its own.
    ///
    /// @param perSecond requests in a second; zero for as many as are answered
    static Outcome run(
            InetSocketAddress service,
            int connections,
            Duration length,
            double perSecond,
            Calls calls)
            throws IOException {
        try (Generator generator = new Generator(List.of(service), connections)) {
            return generator.run(length, perSecond, calls);
        }
    }

    /// Runs for a time, and leaves what is not answered then to be heard in the next run.
    ///
    /// @param perSecond requests in a second; zero for as many as are answered
    Outcome run(Duration length, double perSecond, Calls calls) throws IOException {
        outcome = new Outcome();
        long apart = perSecond > 0 ? (long) (1e9 / perSecond) : 0;
        Consumer<SelectionKey> hear = this::hear;
        long start = System.nanoTime();
        long end = start + length.toNanos();
        due = start;
        long now = start;
        while (now < end) {
            ask(now, apart, calls);
            await(apart, hear);
            now = System.nanoTime();
        }
        outcome.end(now - start);
        return outcome;
    }

    private void ask(long now, long apart, Calls calls) throws IOException {
        while (!idle.isEmpty() && (apart == 0 || due <= now)) {
            out.clear();
            calls.next(out);
            out.flip();
            long from = apart == 0 ? now : due;
            outcome.sent(now - from);
            idle.remove().send(out, from);
            due += apart;
        }
    }

    /// Sleeps until there is something to hear or to ask. The system sleeps by whole milliseconds only, so shorter times
    /// are spent in glances.
    private void await(long apart, Consumer<SelectionKey> hear) throws IOException {
        if (apart == 0 || idle.isEmpty()) {
            selector.select(hear, 1);
            return;
        }
        long rest = due - System.nanoTime();
        if (rest > MILLISECOND) {
            selector.select(hear, rest / MILLISECOND);
            return;
        }
        if (selector.selectNow(hear) == 0 && rest > 0) {
            LockSupport.parkNanos(Math.min(rest, GLANCE));
        }
    }

    private void hear(SelectionKey key) {
        Wire wire = (Wire) key.attachment();
        try {
            int status = wire.answer(in);
            if (status > 0) {
                outcome.heard(status, System.nanoTime() - wire.since());
                idle.add(wire);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the service is gone", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
