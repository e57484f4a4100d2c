package io.verigate.sandbox;

import io.verigate.delivery.MessageSender;
import io.verigate.delivery.OutgoingMessage;
import io.verigate.delivery.SendResult;
import io.verigate.verification.Codes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Stores every message in the sandbox inbox instead of sending it.
@Singleton
public final class SandboxSender implements MessageSender {
    private static final Duration SLOW = Duration.ofMinutes(2);

    private final SandboxInbox inbox;
    private final InstantSource clock;

    public SandboxSender(SandboxInbox inbox, InstantSource clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        Instant now = clock.instant();
        if (SandboxOutcome.of(message.to()).filter(SandboxOutcome.SLOW::equals).isPresent()) {
            Instant due = message.expiresAt().minus(Codes.LIFE).plus(SLOW);
            if (now.isBefore(due)) {
                return new SendResult.Retry("slow", Duration.between(now, due));
            }
        }
        inbox.keep(message, now);
        return new SendResult.Accepted(message.id(), false);
    }
}
