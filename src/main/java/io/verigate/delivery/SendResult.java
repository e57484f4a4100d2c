package io.verigate.delivery;

import java.time.Duration;

/// The result of sending a message. Reasons are short codes without addresses or texts.
public sealed interface SendResult {
    /// Short code of the result, for metrics and records.
    default String code() {
        return switch (this) {
            case Accepted accepted -> "accepted";
            case Retry retry -> "retried";
            case Rejected rejected -> "rejected";
            case InDoubt doubt -> "in-doubt";
        };
    }

    /// The provider accepted it.
    ///
    /// @param providerReference of the message in receipts; empty when the provider gave none
    /// @param delivered whether it was delivered already, so that no receipt follows
    record Accepted(String providerReference, boolean delivered) implements SendResult {}

    /// It was certainly not sent, and may be sent later.
    ///
    /// @param after minimum wait, by the provider; zero when it gave none
    record Retry(String reason, Duration after) implements SendResult {
        /// A retry at any time.
        public Retry(String reason) {
            this(reason, Duration.ZERO);
        }

        /// @throws IllegalArgumentException when the time is negative
        public Retry {
            if (after.isNegative()) {
                throw new IllegalArgumentException(
                        "the wait of a retry must not be negative: `%s`".formatted(after));
            }
        }
    }

    /// It was certainly not sent, and will never be.
    record Rejected(String reason) implements SendResult {}

    /// The provider did not respond: it may have been sent, and must not be sent again.
    record InDoubt(String reason) implements SendResult {}
}
