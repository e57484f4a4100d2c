package io.verigate.delivery.receipt;

import io.verigate.decision.WireEnum;
import java.time.Instant;

/// What a provider reports about a message that it had accepted.
///
/// @param providerReference how the provider calls the message, as in `SendResult.Accepted`
/// @param status what became of it
/// @param error the provider's own error code; empty when it gave none
/// @param at when that happened, as far as the provider tells, never later than its arrival here
public record DeliveryReceipt(String providerReference, Status status, String error, Instant at) {
    /// What became of a message.
    public enum Status implements WireEnum {
        /// It reached the phone or mailbox.
        DELIVERED,
        /// It cannot be delivered.
        UNDELIVERABLE,
        /// Its time ran out on the way.
        EXPIRED,
        /// The operator refused it.
        REJECTED,
        /// Nobody knows.
        UNKNOWN,
        /// It is on its way; another receipt may follow.
        ACCEPTED;

        private final String word = WireEnum.of(this);

        @Override
        public String wireName() {
            return word;
        }
    }
}
