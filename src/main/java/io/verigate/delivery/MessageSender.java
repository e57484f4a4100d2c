package io.verigate.delivery;

/// Sends messages through a provider. Thread-safe.
public interface MessageSender {
    /// Sends one message and waits for the response of the provider; meant for a virtual thread.
    ///
    /// Expected outcomes are return values. After an exception, which is a bug of this service, the message may have
    /// been sent.
    SendResult send(OutgoingMessage message);
}
