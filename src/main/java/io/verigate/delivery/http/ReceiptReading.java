package io.verigate.delivery.http;

import io.verigate.delivery.DeliveryReceipt;

/// What a request to the receipt address turned out to be.
public sealed interface ReceiptReading {
    /// A receipt from the provider.
    record Received(DeliveryReceipt receipt) implements ReceiptReading {}

    /// Not from the provider, or too old: to be answered with 401.
    record Unsigned(String reason) implements ReceiptReading {}

    /// From the provider, but not understood: to be answered with 400.
    record Malformed(String reason) implements ReceiptReading {}
}
