package io.verigate.delivery.outbox;

/// Wakes the outbox worker when a message may be due. Thread-safe; must not block.
@FunctionalInterface
public interface OutboxNotifier {
    /// Makes the worker check the outbox.
    void wake();
}
