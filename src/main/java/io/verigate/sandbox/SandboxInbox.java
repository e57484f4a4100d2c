package io.verigate.sandbox;

import io.verigate.decision.Address;
import io.verigate.delivery.OutgoingMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps what the sandbox would have sent. Thread-safe.
public interface SandboxInbox {
    /// Keeps one more message, also when it is the same as another.
    void keep(OutgoingMessage message, Instant sentAt);

    /// The newest first.
    ///
    /// @param to only those for this address; null for all
    /// @param most how many at most
    List<SandboxMessage> newest(@Nullable Address to, int most);

    /// The id of the newest message of a verification; empty when none was kept.
    Optional<String> newestOf(String verification);
}
