package io.verigate.delivery.webhook;

import io.verigate.delivery.receipt.DeliveryReceipt;

/// A parsed request to the receipt endpoint.
public sealed interface ReceiptRequest {
    /// A receipt from the provider.
    record Received(DeliveryReceipt receipt) implements ReceiptRequest {}

    /// Not signed by the provider, or too old: status 401.
    record Unsigned(String reason) implements ReceiptRequest {}

    /// Signed by the provider, but malformed: status 400.
    record Malformed(String reason) implements ReceiptRequest {}
}
