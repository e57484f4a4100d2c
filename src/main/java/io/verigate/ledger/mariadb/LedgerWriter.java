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
    private static final int INVALID_TEXT = 1366;

    private final GroupCommit.Connections connections;
    private final Map<RecordType<?, ?>, RecordMapper<?, ?>> recordTypes;
    private final ReadWriteLock retryLock;
    private final CommitListener listener;
    private @Nullable Connection connection;
    private boolean committing;
    private volatile List<PendingTransaction<?>> inProgress = List.of();

    /// @param retryLock held for reading by first attempts and for writing by retries, so that the writers of one node
    ///     do not collide twice
    LedgerWriter(
            GroupCommit.Connections connections,
            Map<RecordType<?, ?>, RecordMapper<?, ?>> recordTypes,
            ReadWriteLock retryLock,
            CommitListener listener) {
        this.connections = connections;
        this.recordTypes = recordTypes;
        this.retryLock = retryLock;
        this.listener = listener;
    }

    /// Runs and commits transactions, and completes their futures. A transaction that cannot be stored fails without
    /// the others.
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
            if (isDataError(e) && !committing) {
                bisect(transactions, new IllegalStateException(dataErrorMessage(e)));
            } else {
                failBatch(transactions, e);
            }
            return;
        } catch (RuntimeException | Error e) {
            if (committing) {
                failBatch(transactions, e); // it may be on disk, so it is never repeated
            } else {
                disconnect();
                bisect(transactions, e);
            }
            return;
        }
        transactions.forEach(PendingTransaction::complete);
    }

    /// Fails the transactions that have waited for longer. May be called by any thread.
    void timeOut(Duration longest) {
        inProgress.stream()
                .filter(pending -> pending.waitedFor(longest))
                .forEach(PendingTransaction::timeOut);
    }

    /// Halves the batch to find the transaction that cannot be stored.
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
            Lock lock = attempt == 1 ? retryLock.readLock() : retryLock.writeLock();
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
                    // The connection went stale while idle. Nothing was committed, so a new one can
                    // retry.
                    disconnect();
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
            LOG.warn("the commit listener failed", e);
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
        disconnect();
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
                disconnect();
            }
        }
    }

    /// Closes the connection.
    void close() {
        disconnect();
    }

    private void disconnect() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("closing a broken connection failed", e);
            }
        }
        connection = null;
    }

    /// Another node had the lock, or inserted the same row first: the next attempt reads what it wrote.
    private static boolean isContention(SQLException e) {
        return e.getErrorCode() == DEADLOCK
                || e.getErrorCode() == LOCK_TIMEOUT
                || e.getErrorCode() == DUPLICATE;
    }

    /// SQLSTATE class 08: the connection is gone.
    private static boolean isBroken(SQLException e) {
        return hasClass("08", e);
    }

    /// SQLSTATE classes 22 and 23, or a text outside the character set: a row does not fit into its table.
    private static boolean isDataError(SQLException e) {
        return hasClass("22", e)
                || hasClass("23", e) && !isContention(e)
                || e.getErrorCode() == INVALID_TEXT;
    }

    private static boolean hasClass(String stateClass, SQLException e) {
        String state = e.getSQLState();
        return state != null && state.startsWith(stateClass);
    }

    /// Without the message of the database, which may quote the value.
    private static String dataErrorMessage(SQLException e) {
        return "a row does not fit into its table: database error %d (%s)"
                .formatted(e.getErrorCode(), e.getSQLState());
    }
}
