package io.verigate.delivery.webhook;

import io.verigate.delivery.receipt.DeliveryReceipt;

/// What a request to the receipt address turned out to be.
public sealed interface ReceiptRequest {
    /// A receipt from the provider.
    record Received(DeliveryReceipt receipt) implements ReceiptRequest {}

    /// Not from the provider, or too old: to be answered with 401.
    record Unsigned(String reason) implements ReceiptRequest {}

    /// From the provider, but not understood: to be answered with 400.
    record Malformed(String reason) implements ReceiptRequest {}
}
