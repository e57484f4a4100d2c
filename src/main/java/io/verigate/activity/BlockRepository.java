package io.verigate.activity;

import io.verigate.decision.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds blocks outside transactions. Committed state only. Thread-safe.
public interface BlockRepository {
    /// One block, ended or not.
    Optional<Block> find(String id);

    /// Blocks, newest first.
    ///
    /// @param account that caused them; null for any
    /// @param scope null for any
    /// @param activeAt only those active at this time; null for all
    /// @param before only those whose id sorts before this; null from the newest
    /// @param most how many at most, from 1 to 1000
    List<Block> search(
            @Nullable String account,
            @Nullable Scope scope,
            @Nullable Instant activeAt,
            @Nullable String before,
            int most);
}
