package io.verigate.delivery.smpp;

import java.time.Duration;

/// Rate limits, and the waits before reconnecting.
///
/// @param window maximum number of messages without a response, 1 to 1000
/// @param perSecond maximum number of messages per second, 1 to 10000
/// @param firstReconnectWait wait before the first attempt; doubles with each failure
/// @param maxReconnectWait maximum wait
public record SmppPace(
        int window, int perSecond, Duration firstReconnectWait, Duration maxReconnectWait) {
    /// @throws IllegalArgumentException when a value is outside its range
    public SmppPace {
        if (window < 1 || window > 1000) {
            throw new IllegalArgumentException(
                    "the window must be 1 to 1000, not `%d`".formatted(window));
        }
        if (perSecond < 1 || perSecond > 10_000) {
            throw new IllegalArgumentException(
                    "the rate must be 1 to 10000 messages per second, not `%d`"
                            .formatted(perSecond));
        }
        if (!firstReconnectWait.isPositive()
                || maxReconnectWait.compareTo(firstReconnectWait) < 0) {
            throw new IllegalArgumentException(
                    "the reconnect waits must be positive and must not shrink: `%s`, `%s`"
                            .formatted(firstReconnectWait, maxReconnectWait));
        }
    }
}
