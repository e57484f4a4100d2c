package io.verigate.delivery.smpp;

import java.time.Duration;

/// How fast messages may leave, and how soon a lost connection is opened again.
///
/// @param window most messages without an answer, 1 to 1000
/// @param perSecond most messages in a second, 1 to 10000
/// @param reconnectFirst wait before the first new attempt; doubles with each failure
/// @param reconnectMost the wait never grows past it
public record SmppPace(int window, int perSecond, Duration reconnectFirst, Duration reconnectMost) {
    /// @throws IllegalArgumentException when a value is outside its range
    public SmppPace {
        if (window < 1 || window > 1000) {
            throw new IllegalArgumentException(
                    "the window `%d` is outside 1 to 1000".formatted(window));
        }
        if (perSecond < 1 || perSecond > 10_000) {
            throw new IllegalArgumentException(
                    "`%d` messages a second is outside 1 to 10000".formatted(perSecond));
        }
        if (!reconnectFirst.isPositive() || reconnectMost.compareTo(reconnectFirst) < 0) {
            throw new IllegalArgumentException(
                    "the reconnect waits `%s` and `%s` must be positive and not shrink"
                            .formatted(reconnectFirst, reconnectMost));
        }
    }
}
