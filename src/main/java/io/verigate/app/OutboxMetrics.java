package io.verigate.app;

import io.micronaut.context.annotation.Context;
import io.verigate.delivery.outbox.Outbox;
import java.time.InstantSource;

/// Shows the outbox to Prometheus from the start.
@Context
final class OutboxMetrics {
    OutboxMetrics(Meters meters, Outbox outbox, InstantSource clock) {
        meters.watch(outbox, clock);
    }
}
