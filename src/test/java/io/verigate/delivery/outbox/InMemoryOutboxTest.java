package io.verigate.delivery.outbox;

import io.verigate.delivery.DeliveryBench;
import java.util.List;

final class InMemoryOutboxTest extends OutboxContract {
    private final DeliveryBench bench = new DeliveryBench();
    private final Outbox outbox = new InMemoryOutbox(bench);

    @Override
    protected Outbox outbox() {
        return outbox;
    }

    @Override
    protected void keep(OutboxMessage... messages) {
        List.of(messages).forEach(bench::put);
    }
}
