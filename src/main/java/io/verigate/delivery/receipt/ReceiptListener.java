package io.verigate.delivery.receipt;

/// Hears of receipts, from any thread.
public interface ReceiptListener {
    /// Takes a receipt durably before it returns. The same receipt may come more than once.
    ///
    /// @return whether it is taken; false when its message is not known yet: the sender asks the provider to tell it
    ///     again, as it does after an exception
    boolean received(DeliveryReceipt receipt);
}
