package io.verigate.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What would have been sent. Thread-safe.
public interface SandboxMessages {
    /// Messages, newest first.
    ///
    /// @param to only those to this address, normalised; empty for all
    List<Message> find(Optional<String> to);

    /// What a receipt calls the newest message of a verification; empty when none has left.
    Optional<String> reference(String verification);

    /// Whether nothing is due and nothing is on its way.
    boolean isQuiet();

    /// One message. Its `toString` shows neither address nor code.
    ///
    /// @param verification id of the verification whose code it carries
    /// @param channel word of the channel
    /// @param to where it would have gone
    /// @param text that the person would have got
    /// @param code in it
    record Message(
            String verification,
            String channel,
            String to,
            String text,
            String code,
            Instant sentAt) {
        @Override
        public String toString() {
            return "message of " + verification;
        }
    }
}
