package io.verigate.delivery;

import java.time.InstantSource;

/// Sends nothing: keeps every message, for people who integrate.
public final class SandboxSender implements MessageSender {
    private final SandboxInbox inbox;
    private final InstantSource clock;

    public SandboxSender(SandboxInbox inbox, InstantSource clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        inbox.keep(message, clock.instant());
        return new SendResult.Accepted(message.id(), false);
    }
}
