package io.verigate.retention;

/// Erases the stored data of an account. Thread-safe.
@FunctionalInterface
public interface Erasure {
    /// Deletes the account, its security info with all addresses, its usage pattern of devices and networks, its
    /// verifications and help-desk notes. Decisions, blocks and message records are kept under a pseudonym
    /// that cannot be resolved, without evidence, hints and names of methods. Counters and blocks
    /// contain keyed hashes only and stay, so that an erasure lifts no limit. Runs in one transaction; concurrent
    /// requests of the account wait for it.
    ///
    /// Idempotent: does nothing when nothing is stored.
    ///
    /// @throws io.verigate.ledger.LedgerUnavailable when the database does not respond; nothing is erased then
    ErasureResult erase(String account);

    /// What was deleted, and what was pseudonymised.
    ///
    /// @param account whether it existed
    /// @param securityInfo number deleted
    /// @param verifications number deleted
    /// @param decisions number pseudonymised
    /// @param blocks number pseudonymised
    record ErasureResult(
            boolean account, int securityInfo, int verifications, int decisions, int blocks) {}
}
