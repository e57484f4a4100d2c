package io.verigate.delivery.receipt;

import io.verigate.decision.WireEnum;
import java.time.Instant;

/// A report of a provider about a message that it accepted.
///
/// @param providerReference of the message, as in `SendResult.Accepted`
/// @param status of the message
/// @param error code of the provider; empty when it gave none
/// @param at when that happened, by the provider, never later than the arrival of the receipt
public record DeliveryReceipt(String providerReference, Status status, String error, Instant at) {
    /// The delivery status of a message.
    public enum Status implements WireEnum {
        /// Delivered to the phone or mailbox.
        DELIVERED,
        /// Undeliverable.
        UNDELIVERABLE,
        /// Expired before delivery.
        EXPIRED,
        /// Rejected by the carrier.
        REJECTED,
        /// Unknown.
        UNKNOWN,
        /// Accepted but not delivered yet; another receipt may follow.
        ACCEPTED
    }
}
