package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A decision that is being recorded.
///
/// @param decision that was made
/// @param at when it was made
/// @param account after the decision
/// @param channel of the code; null without a method
/// @param address of the code; null without one
/// @param securityInfo id of the enrolled method; empty when the address was given
public record AssessmentResult(
        Decision decision,
        Instant at,
        Account account,
        @Nullable Channel channel,
        @Nullable Address address,
        String securityInfo) {
    /// The address of the code; empty without one.
    public Optional<Address> destination() {
        return Optional.ofNullable(address);
    }
}
