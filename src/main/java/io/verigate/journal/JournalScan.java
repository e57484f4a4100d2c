package io.verigate.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the decision log in order: every page costs the same, and only one
/// page is in memory. Reads committed decisions only.
public interface JournalScan extends AutoCloseable {
    /// The next decisions, oldest first; fewer than requested only at the end.
    ///
    /// @param from start, inclusive
    /// @param to end, exclusive
    /// @param after id of the last decision that was read; null at the start
    /// @param most maximum number, at least 1
    /// @throws io.verigate.ledger.LedgerUnavailable when the database does not respond
    List<JournalLine> next(Instant from, Instant to, @Nullable String after, int most);

    /// Releases the connection.
    @Override
    void close();

    /// Opens scans.
    @FunctionalInterface
    interface ScanFactory {
        /// Opens a scan on a connection of its own, so that decisions do not wait for one.
        ///
        /// @param filter selects the decisions
        JournalScan open(JournalFilter filter);

        /// Opens a scan of all decisions.
        default JournalScan open() {
            return open(JournalFilter.ALL);
        }
    }
}
