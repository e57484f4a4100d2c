package io.verigate.delivery;

/// Hands messages of one channel to a provider. Thread-safe.
public interface MessageSender {
    /// Hands one message over and waits for the provider's answer; meant for a virtual thread.
    ///
    /// Expected outcomes are return values. An exception is a fault of this service; the message may then have left.
    SendResult send(OutgoingMessage message);
}
