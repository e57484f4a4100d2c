package io.verigate.ledger.mariadb;

import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ledger.Shelf;
import io.verigate.ledger.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// The durable ledger. A writer takes whatever waits, up to 128 steps, runs them in one transaction, and answers after
/// the commit. A lone step never waits for company. Thread-safe.
///
/// One writer: what arrives while it commits is the next batch. A second one halved the batches, and made each decision
/// dearer by a tenth.
public final class GroupCommit implements Ledger, AutoCloseable {
    private static final int LARGEST_BATCH = 128;
    private static final int QUEUE = 8_192;
    private static final Duration BREATH = Duration.ofMillis(100);

    private final Duration deadline;
    private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread writing;
    private volatile boolean closing;

    /// Opens connections of the ledger's own.
    @FunctionalInterface
    public interface Connections {
        /// A new connection, READ COMMITTED, in UTC.
        Connection open() throws SQLException;
    }

    /// Starts the writer.
    ///
    /// @param shelves how each shelf stands in tables, in the order in which they are read; the locked one first
    /// @param deadline how long a caller waits for its step to be taken, and once more for it to be committed
    public GroupCommit(
            Connections connections,
            Map<Shelf<?, ?>, Rows<?, ?>> shelves,
            Duration deadline,
            CommitListener listener) {
        this.deadline = deadline;
        Writer writer = new Writer(connections, new LinkedHashMap<>(shelves), listener);
        writing = Thread.ofPlatform().name("ledger").start(() -> write(writer));
    }

    @Override
    public <T> T run(Step<T> step) {
        Pending<T> pending = new Pending<>(step);
        if (closing || !queue.offer(pending)) {
            throw new LedgerUnavailable(
                    "too many requests wait for the database; nothing was recorded");
        }
        return pending.await(deadline);
    }

    /// How many steps wait for a writer.
    public int waiting() {
        return queue.size();
    }

    /// Finishes what waits, then stops.
    @Override
    public void close() {
        closing = true;
        try {
            writing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Writer writer) {
        List<Pending<?>> batch = new ArrayList<>(LARGEST_BATCH);
        while (!closing || !queue.isEmpty()) {
            try {
                Pending<?> first = queue.poll(BREATH.toMillis(), TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch, LARGEST_BATCH - 1);
                writer.commit(batch.stream().filter(Pending::take).toList());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } finally {
                batch.clear();
            }
        }
        writer.close();
    }
}
