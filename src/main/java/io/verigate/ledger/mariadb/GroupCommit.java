package io.verigate.ledger.mariadb;

import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ledger.RecordType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The durable ledger. A writer takes all waiting ledger transactions, up to 128, runs them in one database
/// transaction, and completes their futures after the commit. It never waits for a batch to fill. Thread-safe.
///
/// With several writers, one computes while the database works for another. Like nodes, they are isolated by the locks
/// of the database.
public final class GroupCommit implements Ledger, AutoCloseable {
    private static final int MAX_BATCH = 128;
    private static final int QUEUE = 8_192;
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private static final Duration DEADLINE_CHECK_INTERVAL = Duration.ofMillis(50);

    private final Duration deadline;
    private final BlockingQueue<PendingTransaction<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final List<LedgerWriter> writers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean closing;

    /// Opens the connections of the ledger.
    @FunctionalInterface
    public interface Connections {
        /// A new connection, READ COMMITTED, in UTC.
        Connection open() throws SQLException;
    }

    /// Starts the writers.
    ///
    /// @param recordTypes how each type is stored, in the order of reading, the locked one first
    /// @param deadline the maximum wait of a transaction for a writer, and again for its commit
    /// @param parallel number of writers
    public GroupCommit(
            Connections connections,
            Map<RecordType<?, ?>, RecordMapper<?, ?>> recordTypes,
            Duration deadline,
            int parallel,
            CommitListener listener) {
        this.deadline = deadline;
        ReadWriteLock retryLock = new ReentrantReadWriteLock();
        Map<RecordType<?, ?>, RecordMapper<?, ?>> ordered = new LinkedHashMap<>(recordTypes);
        for (int number = 1; number <= parallel; number++) {
            LedgerWriter writer = new LedgerWriter(connections, ordered, retryLock, listener);
            writers.add(writer);
            threads.add(Thread.ofPlatform().name("ledger-" + number).start(() -> write(writer)));
        }
        Thread.ofVirtual().name("ledger-deadlines").start(this::checkDeadlines);
    }

    @Override
    public <T> CompletableFuture<T> submit(LedgerTransaction<T> transaction) {
        PendingTransaction<T> pending = new PendingTransaction<>(transaction);
        if (closing || !queue.offer(pending)) {
            pending.fail(
                    new LedgerUnavailable(
                            "too many requests wait for the database; nothing was recorded"));
        } else if (closing && queue.remove(pending)) {
            pending.withdraw(); // the writers may have stopped already
        }
        return pending.future();
    }

    /// The number of transactions that wait for a writer.
    public int queueLength() {
        return queue.size();
    }

    /// Commits the waiting transactions, then stops.
    @Override
    public void close() {
        closing = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        closed.countDown();
    }

    /// One periodic check costs less than a timer for each transaction.
    private void checkDeadlines() {
        try {
            while (!closed.await(DEADLINE_CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                PendingTransaction<?> first = queue.peek();
                while (first != null && first.waitedFor(deadline)) {
                    if (queue.remove(first)) {
                        first.withdraw();
                    }
                    first = queue.peek();
                }
                // The deadline applies once more to the commit, because its outcome matters.
                writers.forEach(writer -> writer.timeOut(deadline.multipliedBy(2)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(LedgerWriter writer) {
        List<PendingTransaction<?>> batch = new ArrayList<>(MAX_BATCH);
        try {
            while (!closing || !queue.isEmpty()) {
                PendingTransaction<?> first =
                        queue.poll(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, MAX_BATCH - 1);
                    writer.commit(batch.stream().filter(PendingTransaction::take).toList());
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            writer.close();
        }
    }
}
