package io.verigate.assessment;

import io.verigate.account.SecurityInfo;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.signal.SignalFacts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a code would travel, with what the address tells.
///
/// @param channel null without a method
/// @param address null without one
/// @param info the enrolled method; null when it is not one
/// @param signals what address and source tell
/// @param subjects who and what it counts for
record ResolvedMethod(
        @Nullable Channel channel,
        @Nullable Address address,
        @Nullable SecurityInfo info,
        SignalFacts signals,
        Subjects subjects) {
    /// Country of the source; empty when not known.
    String country() {
        return signals.network().country();
    }

    /// Id of the enrolled method; empty when it is not one.
    String securityInfo() {
        return info == null ? "" : info.id();
    }

    /// The enrolled method, if the person can prove themselves with it.
    Optional<SecurityInfo> working() {
        return Optional.ofNullable(info).filter(one -> one.state().works());
    }
}
