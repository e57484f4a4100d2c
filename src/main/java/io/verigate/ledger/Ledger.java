package io.verigate.ledger;

/// Runs steps durably. Thread-safe.
public interface Ledger {
    /// Runs one step and returns after its writes are on disk. Steps from many threads may share a transaction.
    ///
    /// An exception of the step itself is thrown on and leaves nothing behind.
    ///
    /// @throws LedgerUnavailable when the step could not be made durable within the deadline
    <T> T run(Step<T> step);
}
