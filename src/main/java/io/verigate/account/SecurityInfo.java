package io.verigate.account;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.InfoState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One method of proof of an account. Its address never changes: another address is another security info.
///
/// @param id unique, starts with `si-`
/// @param channel how it proves
/// @param address where codes go; null for methods that receive none
/// @param state its place in its life
/// @param language BCP 47 tag of the account when it was added; messages to it stay in it (S25)
/// @param addedAt when it was named
/// @param confirmedAt when it was proven; null while pending
/// @param removedAt when it was taken away; null while not
public record SecurityInfo(
        String id,
        Channel channel,
        @Nullable Address address,
        InfoState state,
        String language,
        Instant addedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant removedAt) {

    /// Newly named, not proven.
    public static SecurityInfo pending(
            String id, Channel channel, @Nullable Address address, String language, Instant now) {
        return new SecurityInfo(id, channel, address, InfoState.PENDING, language, now, null, null);
    }

    /// Where codes go; empty for methods that receive none.
    public Optional<Address> destination() {
        return Optional.ofNullable(address);
    }

    /// What a person may be shown; empty for methods without an address.
    public String hint() {
        return address == null ? "" : address.hint();
    }

    /// Proven now.
    ///
    /// @throws IllegalStateException when it was removed
    public SecurityInfo confirmed(Instant now) {
        if (state == InfoState.REMOVED) {
            throw new IllegalStateException(
                    "removed security info cannot be confirmed: add it again");
        }
        return state == InfoState.CONFIRMED
                ? this
                : new SecurityInfo(
                        id, channel, address, InfoState.CONFIRMED, language, addedAt, now, null);
    }
}
