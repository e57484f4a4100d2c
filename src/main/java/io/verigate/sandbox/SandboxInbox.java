package io.verigate.sandbox;

import io.verigate.decision.Address;
import io.verigate.delivery.OutgoingMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stores messages that the sandbox does not send. Thread-safe.
public interface SandboxInbox {
    /// Adds a message, even when it equals another.
    void keep(OutgoingMessage message, Instant sentAt);

    /// Messages, newest first.
    ///
    /// @param to only those for this address; null for all
    /// @param most maximum number
    List<SandboxMessage> newest(@Nullable Address to, int most);

    /// The id of the newest message of a verification; empty when there is none.
    Optional<String> newestOf(String verification);
}
