package io.verigate.delivery.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The queue of messages to send. Thread-safe.
public interface Outbox extends SentMessages {
    /// Takes due messages for this node: each becomes `SENDING` with one more attempt, and no other node gets it.
    List<OutboxMessage> take(int most, Instant now, String node);

    /// Marks the messages as `IN_DOUBT` that a node took and never finished, because it died.
    ///
    /// @return the messages that are now in doubt
    List<OutboxMessage> abandoned(String node);

    /// The same while the node runs, for messages that it took and is no longer processing, but whose result it could
    /// not record.
    ///
    /// @param held ids of the messages that it is processing
    /// @param expired only messages that had expired by then, so that they were taken long before
    List<OutboxMessage> abandoned(String node, Set<String> held, Instant expired);

    /// When the next pending message is due; empty when none is pending.
    Optional<Instant> nextDue();

    /// The messages that are due.
    Backlog backlog(Instant now);

    /// Messages that are due.
    ///
    /// @param due number of messages
    /// @param oldest when the oldest of them was due; empty when none is
    record Backlog(long due, Optional<Instant> oldest) {}
}
