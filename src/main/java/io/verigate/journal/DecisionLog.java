package io.verigate.journal;

import java.util.List;
import java.util.Optional;

/// Finds recorded decisions. Reads committed state only. Thread-safe.
public interface DecisionLog {
    /// One decision by its id.
    Optional<JournalEntry> find(String id);

    /// Decisions, newest first.
    List<JournalEntry> search(JournalQuery query);
}
