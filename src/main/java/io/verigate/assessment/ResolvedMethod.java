package io.verigate.assessment;

import io.verigate.account.SecurityInfo;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.signal.SignalFacts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The method of an interaction, with the signals and subjects of its address.
///
/// @param channel null without a method
/// @param address null without one
/// @param info the enrolled method; null when the address is not enrolled
/// @param signals of address and client
/// @param subjects to count for
record ResolvedMethod(
        @Nullable Channel channel,
        @Nullable Address address,
        @Nullable SecurityInfo info,
        SignalFacts signals,
        Subjects subjects) {
    /// Country of the client; empty when unknown.
    String country() {
        return signals.network().country();
    }

    /// Id of the enrolled method; empty when the address is not enrolled.
    String securityInfo() {
        return info == null ? "" : info.id();
    }

    /// The enrolled method, if the person can verify themselves with it.
    Optional<SecurityInfo> working() {
        return Optional.ofNullable(info).filter(one -> one.state().works());
    }
}
