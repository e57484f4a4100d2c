package io.verigate.delivery.outbox;

/// Says that there may be something to carry, so that it leaves at once. Thread-safe; must not block.
@FunctionalInterface
public interface OutboxNotifier {
    /// Look into the outbox.
    void ring();
}
