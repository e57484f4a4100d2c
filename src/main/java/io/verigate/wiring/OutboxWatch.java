package io.verigate.wiring;

import io.micronaut.context.annotation.Context;
import io.verigate.delivery.Outbox;
import java.time.InstantSource;

/// Shows the outbox to Prometheus from the start.
@Context
final class OutboxWatch {
    OutboxWatch(Meters meters, Outbox outbox, InstantSource clock) {
        meters.watch(outbox, clock);
    }
}
