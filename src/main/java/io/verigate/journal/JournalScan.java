package io.verigate.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Goes through the log in order, for those who need all of it: a page costs the same however far it lies, and nobody
/// holds more than a page. Reads committed decisions only.
public interface JournalScan extends AutoCloseable {
    /// The next decisions, oldest first; fewer than asked for only at the end.
    ///
    /// @param from not before
    /// @param to before
    /// @param after id of the last decision that was read; null at the beginning
    /// @param most from 1 on
    /// @throws io.verigate.ledger.LedgerUnavailable when the database does not answer
    List<JournalLine> next(Instant from, Instant to, @Nullable String after, int most);

    /// Gives the connection back.
    @Override
    void close();

    /// Opens a reading.
    @FunctionalInterface
    interface Opening {
        /// A reading with a connection of its own, so that nobody who decides waits for one.
        ///
        /// @param filter which decisions to go through
        JournalScan open(JournalFilter filter);

        /// A reading of all decisions.
        default JournalScan open() {
            return open(JournalFilter.ALL);
        }
    }
}
