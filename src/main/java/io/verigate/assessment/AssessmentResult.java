package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A decision that was made and is being recorded.
///
/// @param decision the answer
/// @param at when it was made
/// @param account as it is after the decision
/// @param channel by which a code would be sent; null without a method
/// @param address where it would go; null without one
/// @param securityInfo id of the enrolled method; empty when the address was named
public record AssessmentResult(
        Decision decision,
        Instant at,
        Account account,
        @Nullable Channel channel,
        @Nullable Address address,
        String securityInfo) {
    /// Where a code would go.
    public Optional<Address> destination() {
        return Optional.ofNullable(address);
    }
}
