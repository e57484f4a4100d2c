package io.verigate.delivery;

/// Says that there may be something to carry, so that it leaves at once. Thread-safe; must not block.
@FunctionalInterface
public interface OutboxBell {
    /// Look into the outbox.
    void ring();
}
