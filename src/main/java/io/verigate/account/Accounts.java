package io.verigate.account;

import java.util.Optional;

/// Reads accounts for people. Committed state only. Thread-safe.
public interface Accounts {
    /// The account; empty when the service never heard of it.
    Optional<Account> find(String id);
}
