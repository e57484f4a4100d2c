package io.verigate.sandbox;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import java.time.Instant;

/// A message that the sandbox did not send.
///
/// @param message id of the message in the outbox
/// @param verification whose code it carries
/// @param channel of the message
/// @param to recipient
/// @param text of the message
/// @param code the code in it
/// @param sentAt when it would have been sent
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
