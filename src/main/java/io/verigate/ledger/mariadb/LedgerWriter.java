package io.verigate.ledger.mariadb;

import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ledger.RecordType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Commits batches of ledger transactions on a connection of its own. Used by one thread.
final class LedgerWriter {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);
    private static final int ATTEMPTS = 5;
    private static final int DEADLOCK = 1213;
    private static final int LOCK_TIMEOUT = 1205;
    private static final int DUPLICATE = 1062;
    private static final int NO_SUCH_TEXT = 1366;

    private final GroupCommit.Connections connections;
    private final Map<RecordType<?, ?>, RecordMapper<?, ?>> recordTypes;
    private final ReadWriteLock alone;
    private final CommitListener listener;
    private @Nullable Connection connection;
    private boolean committing;
    private volatile List<PendingTransaction<?>> inProgress = List.of();

    /// @param alone held for reading by first attempts and for writing by repeated ones, so that the writers of one
    ///     node do not meet twice
    LedgerWriter(
            GroupCommit.Connections connections,
            Map<RecordType<?, ?>, RecordMapper<?, ?>> recordTypes,
            ReadWriteLock alone,
            CommitListener listener) {
        this.connections = connections;
        this.recordTypes = recordTypes;
        this.alone = alone;
        this.listener = listener;
    }

    /// Runs and commits them, and completes their futures. A transaction that cannot be stored fails alone: the others
    /// have nothing to do with it.
    void commit(List<PendingTransaction<?>> transactions) {
        inProgress = transactions;
        commitBatch(transactions);
        inProgress = List.of();
    }

    private void commitBatch(List<PendingTransaction<?>> transactions) {
        if (transactions.isEmpty()) {
            return;
        }
        try {
            attempt(transactions);
        } catch (SQLException e) {
            if (isOfAValue(e) && !committing) {
                bisect(transactions, new IllegalStateException(code(e)));
            } else {
                failBatch(transactions, e);
            }
            return;
        } catch (RuntimeException | Error e) {
            if (committing) {
                failBatch(transactions, e); // what may be on disk is never done again
            } else {
                drop();
                bisect(transactions, e);
            }
            return;
        }
        transactions.forEach(PendingTransaction::complete);
    }

    /// Ends the waiting of callers that have waited for longer. For any thread.
    void timeOut(Duration longest) {
        inProgress.stream()
                .filter(pending -> pending.waitedFor(longest))
                .forEach(PendingTransaction::timeOut);
    }

    /// Halves the batch until the transaction is found that cannot be stored.
    private void bisect(List<PendingTransaction<?>> transactions, Throwable why) {
        int half = transactions.size() / 2;
        if (half == 0) {
            transactions.forEach(pending -> pending.fail(why));
        } else {
            commitBatch(transactions.subList(0, half));
            commitBatch(transactions.subList(half, transactions.size()));
        }
    }

    private void attempt(List<PendingTransaction<?>> transactions) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            committing = false;
            Lock lock = attempt == 1 ? alone.readLock() : alone.writeLock();
            lock.lock();
            try {
                Connection open = connection();
                long start = System.nanoTime();
                new TransactionBatch(open, recordTypes).run(transactions);
                committing = true;
                open.commit();
                notifyListener(transactions.size(), Duration.ofNanos(System.nanoTime() - start));
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
            } finally {
                lock.unlock();
            }
        }
    }

    private void notifyListener(int transactions, Duration took) {
        try {
            listener.committed(transactions, took);
        } catch (RuntimeException e) {
            LOG.warn("the listener of commits failed", e);
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

    private void failBatch(List<PendingTransaction<?>> transactions, Throwable why) {
        LOG.warn("{} requests could not be recorded: {}", transactions.size(), why.getMessage());
        drop();
        LedgerUnavailable unavailable =
                new LedgerUnavailable(
                        committing
                                ? "the connection to the database broke; the request may have been recorded"
                                : "the database cannot be reached; try again shortly",
                        why);
        transactions.forEach(pending -> pending.fail(unavailable));
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

    /// Closes the connection.
    void close() {
        drop();
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

    /// Another node had the lock, or wrote the same new row first: what it wrote is read at the next attempt.
    private static boolean isContention(SQLException e) {
        return e.getErrorCode() == DEADLOCK
                || e.getErrorCode() == LOCK_TIMEOUT
                || e.getErrorCode() == DUPLICATE;
    }

    /// SQLSTATE class 08: the connection is gone.
    private static boolean isBroken(SQLException e) {
        return isOf("08", e);
    }

    /// SQLSTATE classes 22 and 23, and what is no text in the character set: a row does not fit into its table.
    private static boolean isOfAValue(SQLException e) {
        return isOf("22", e)
                || isOf("23", e) && !isContention(e)
                || e.getErrorCode() == NO_SUCH_TEXT;
    }

    private static boolean isOf(String kind, SQLException e) {
        String state = e.getSQLState();
        return state != null && state.startsWith(kind);
    }

    /// Not what the database said, which may quote the value.
    private static String code(SQLException e) {
        return "a row does not fit into its table: error %d (%s) of the database"
                .formatted(e.getErrorCode(), e.getSQLState());
    }
}
