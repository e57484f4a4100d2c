package io.verigate.sandbox;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import java.time.Instant;

/// What the sandbox would have sent.
///
/// @param message id of the message in the outbox
/// @param verification whose code it carries
/// @param channel how it would have travelled
/// @param to where it would have gone
/// @param text what would have been read
/// @param code the code in it
/// @param sentAt when
public record SandboxMessage(
        String message,
        String verification,
        Channel channel,
        Address to,
        String text,
        String code,
        Instant sentAt) {
    @Override
    public String toString() {
        return "sandbox message " + message;
    }
}
