package io.verigate.account;

import java.util.List;
import java.util.Optional;

/// Reads accounts for people. Committed state only. Thread-safe.
public interface Accounts {
    /// The account; empty when the service never heard of it.
    Optional<Account> find(String id);

    /// What the help desk asked for on an account, newest first.
    ///
    /// @param most how many at most
    List<ClearRequest> clearings(String id, int most);
}
