package io.verigate.assessment;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.InfoState;
import io.verigate.signal.SignalFacts;
import org.jspecify.annotations.Nullable;

/// How a code would travel, with what the address tells.
///
/// @param channel null without a method
/// @param address null without one
/// @param securityInfo id of the enrolled method; empty when it is not one
/// @param state of the enrolled method; null when it is not one
/// @param signals what address and source tell
/// @param subjects who and what it counts for
record Reached(
        @Nullable Channel channel,
        @Nullable Address address,
        String securityInfo,
        @Nullable InfoState state,
        SignalFacts signals,
        Subjects subjects) {
    /// Country of the source; empty when not known.
    String country() {
        return signals.network().country();
    }
}
