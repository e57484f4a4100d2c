package io.verigate.delivery;

/// Hears of receipts, from any thread.
public interface ReceiptListener {
    /// Takes a receipt durably before it returns. An exception makes the sender ask the provider to repeat it, so the
    /// same receipt may come more than once.
    void received(DeliveryReceipt receipt);
}
