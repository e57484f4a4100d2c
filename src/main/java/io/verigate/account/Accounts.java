package io.verigate.account;

import java.util.List;
import java.util.Optional;

/// Reads accounts outside transactions. Committed state only. Thread-safe.
public interface Accounts {
    /// The account; empty when unknown.
    Optional<Account> find(String id);

    /// The clear requests of an account, newest first.
    ///
    /// @param most how many at most
    List<ClearRequest> clearings(String id, int most);
}
