package io.verigate.delivery.receipt;

/// Is notified of receipts, by any thread.
public interface ReceiptListener {
    /// Records a receipt durably before returning. A receipt may be repeated.
    ///
    /// @return false when its message is not known yet, so that the caller requests it again, as after an exception
    boolean received(DeliveryReceipt receipt);
}
