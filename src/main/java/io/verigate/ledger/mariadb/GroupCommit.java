package io.verigate.ledger.mariadb;

import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ledger.Shelf;
import io.verigate.ledger.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The durable ledger. One writer takes whatever waits, up to 128 steps, runs them in one transaction, and answers
/// after the commit. A lone step never waits for company. Thread-safe.
public final class GroupCommit implements Ledger, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int LARGEST_BATCH = 128;
    private static final int QUEUE = 8_192;
    private static final int ATTEMPTS = 5;
    private static final int DEADLOCK = 1213;
    private static final int LOCK_TIMEOUT = 1205;
    private static final Duration BREATH = Duration.ofMillis(100);

    private final Connections connections;
    private final Map<Shelf<?, ?>, Rows<?, ?>> shelves;
    private final Duration deadline;
    private final CommitListener listener;
    private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread writer;
    private volatile boolean closing;
    private @Nullable Connection connection;

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
        this.connections = connections;
        this.shelves = new LinkedHashMap<>(shelves);
        this.deadline = deadline;
        this.listener = listener;
        this.writer = Thread.ofPlatform().name("ledger").start(this::write);
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

    /// How many steps wait for the writer.
    public int waiting() {
        return queue.size();
    }

    /// Finishes what waits, then stops.
    @Override
    public void close() {
        closing = true;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        List<Pending<?>> batch = new ArrayList<>(LARGEST_BATCH);
        while (!closing || !queue.isEmpty()) {
            try {
                Pending<?> first = queue.poll(BREATH.toMillis(), TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch, LARGEST_BATCH - 1);
                commit(batch.stream().filter(Pending::take).toList());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } finally {
                batch.clear();
            }
        }
        drop();
    }

    private void commit(List<Pending<?>> steps) {
        if (steps.isEmpty()) {
            return;
        }
        try {
            attempt(steps);
            steps.forEach(Pending::tell);
        } catch (SQLIntegrityConstraintViolationException e) {
            apart(steps, e);
        } catch (SQLException e) {
            lose(steps, e);
        } catch (RuntimeException e) {
            drop();
            LOG.error("the ledger met an unexpected fault", e);
            steps.forEach(pending -> pending.lost(new LedgerUnavailable("the ledger failed", e)));
        }
    }

    /// Another node wrote the same new row: one by one, only those that are concerned see it.
    private void apart(List<Pending<?>> steps, SQLException why) {
        if (steps.size() == 1) {
            lose(steps, why);
        } else {
            steps.forEach(pending -> commit(List.of(pending)));
        }
    }

    private void attempt(List<Pending<?>> steps) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            boolean committing = false;
            try {
                Connection open = connection();
                long start = System.nanoTime();
                new Batch(open, shelves).run(steps);
                committing = true;
                open.commit();
                listener.committed(steps.size(), Duration.ofNanos(System.nanoTime() - start));
                return;
            } catch (SQLException e) {
                if (isContention(e) && attempt < ATTEMPTS) {
                    rollBack();
                } else if (isBroken(e) && !committing && attempt == 1) {
                    // A connection that went stale while idle: nothing was committed, so a new one
                    // may try again.
                    drop();
                } else {
                    rollBack();
                    throw e;
                }
            }
        }
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = connections.open();
            open.setAutoCommit(false);
            open.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection = open;
        }
        return open;
    }

    private void lose(List<Pending<?>> steps, SQLException why) {
        LOG.warn("{} requests could not be recorded: {}", steps.size(), why.getMessage());
        drop();
        LedgerUnavailable unavailable =
                new LedgerUnavailable("the database cannot be reached; try again shortly", why);
        steps.forEach(pending -> pending.lost(unavailable));
    }

    private void rollBack() {
        if (connection != null) {
            try {
                connection.rollback();
            } catch (SQLException e) {
                drop();
            }
        }
    }

    private void drop() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("a broken connection did not close", e);
            }
        }
        connection = null;
    }

    private static boolean isContention(SQLException e) {
        return e.getErrorCode() == DEADLOCK || e.getErrorCode() == LOCK_TIMEOUT;
    }

    /// SQLSTATE class 08: the connection is gone.
    private static boolean isBroken(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.startsWith("08");
    }
}
