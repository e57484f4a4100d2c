package io.verigate.delivery;

import java.time.Duration;

/// What became of a message. Reasons are short codes without addresses or texts.
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

    /// The provider took it.
    ///
    /// @param providerReference how the provider calls it in receipts; empty when it gave no name
    /// @param delivered whether it reached the person already, so that no receipt has to be waited for
    record Accepted(String providerReference, boolean delivered) implements SendResult {}

    /// It surely did not leave, and may later.
    ///
    /// @param after not before that much time has passed; a hint, zero when the provider gave none
    record Retry(String reason, Duration after) implements SendResult {
        /// A retry at any time.
        public Retry(String reason) {
            this(reason, Duration.ZERO);
        }

        /// @throws IllegalArgumentException when the time is negative
        public Retry {
            if (after.isNegative()) {
                throw new IllegalArgumentException(
                        "a retry lies ahead; `%s` is negative".formatted(after));
            }
        }
    }

    /// It surely did not leave, and never will.
    record Rejected(String reason) implements SendResult {}

    /// It was handed over but not answered: it may have left, and must not be sent twice.
    record InDoubt(String reason) implements SendResult {}
}
