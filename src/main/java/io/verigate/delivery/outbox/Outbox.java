package io.verigate.delivery.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The queue of messages to send. Thread-safe.
public interface Outbox extends SentMessages {
    /// Takes due messages for this node: each becomes `SENDING` with one more attempt, and no other node gets it.
    List<OutboxMessage> take(int most, Instant now, String node);

    /// Messages that a node took and never finished, because it died: they become `IN_DOUBT`.
    ///
    /// @return those that are in doubt now
    List<OutboxMessage> abandoned(String node);

    /// The same while the node lives: messages that it took, does not hold any more, and could not record anything of.
    ///
    /// @param held ids of those that it holds
    /// @param expired only what was of no use any more at that time, so that it was taken long before
    List<OutboxMessage> abandoned(String node, Set<String> held, Instant expired);

    /// When the next pending message is due; empty when none is pending.
    Optional<Instant> nextDue();

    /// How many messages are due and wait, and the time of the oldest.
    Backlog backlog(Instant now);

    /// Messages that wait.
    ///
    /// @param due how many are due
    /// @param oldest when the oldest of them was due; empty when none is
    record Backlog(long due, Optional<Instant> oldest) {}
}
