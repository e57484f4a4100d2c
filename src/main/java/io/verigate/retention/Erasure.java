package io.verigate.retention;

/// Erases what is held of one account. Thread-safe.
@FunctionalInterface
public interface Erasure {
    /// Deletes the account, its security info with all addresses, its pattern of devices and networks, its
    /// verifications and what the help desk wrote. Decisions, blocks and traces of messages are kept under a name that
    /// leads nowhere, the same for all of them; evidence, hints and names of methods leave them. Counters and blocks
    /// stand for keyed hashes only and go on, so that an erasure lifts no limit. All of it in one transaction, on which
    /// requests of the account wait.
    ///
    /// Nothing happens when nothing is held, so that it may be repeated.
    ///
    /// @throws io.verigate.ledger.LedgerUnavailable when the database does not answer; nothing was erased then
    Erased erase(String account);

    /// What went, and what is kept without a name.
    ///
    /// @param account whether there was one
    /// @param securityInfo how many pieces
    /// @param verifications how many
    /// @param decisions how many are kept
    /// @param blocks how many are kept
    record Erased(
            boolean account, int securityInfo, int verifications, int decisions, int blocks) {}
}
