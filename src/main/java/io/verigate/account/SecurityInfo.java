package io.verigate.account;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.InfoState;
import java.time.Duration;
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
/// @param confirmedAt when it was proven, or when its hold ended; null while neither
/// @param removedAt when it was taken away; null while not
/// @param heldUntil it proves nothing before (S19); null when it was added without a hold
/// @param pausedAt since when its hold stands still, because the account is flagged or locked; null while it does not
/// @param last what was done to it last
public record SecurityInfo(
        String id,
        Channel channel,
        @Nullable Address address,
        InfoState state,
        String language,
        Instant addedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant removedAt,
        @Nullable Instant heldUntil,
        @Nullable Instant pausedAt,
        InfoChange last) {

    /// Newly named, not proven.
    public static SecurityInfo pending(
            String id, Channel channel, @Nullable Address address, String language, Instant now) {
        return new SecurityInfo(
                id,
                channel,
                address,
                InfoState.PENDING,
                language,
                now,
                null,
                null,
                null,
                null,
                InfoChange.ADD);
    }

    /// Where codes go; empty for methods that receive none.
    public Optional<Address> destination() {
        return Optional.ofNullable(address);
    }

    /// What a person may be shown; empty for methods without an address.
    public String hint() {
        return address == null ? "" : address.hint();
    }

    /// Whether it is a replacement that has not taken effect.
    public boolean isHeld() {
        return state == InfoState.PENDING && heldUntil != null;
    }

    /// The same, newly named and held back until a time.
    public SecurityInfo held(Instant until) {
        return new SecurityInfo(
                id,
                channel,
                address,
                state,
                language,
                addedAt,
                confirmedAt,
                removedAt,
                until,
                null,
                last);
    }

    /// Proven now. While it is held it stays pending.
    ///
    /// @throws ImpossibleChange when it was removed
    public SecurityInfo confirmed(Instant now) {
        if (state == InfoState.CONFIRMED) {
            return this;
        }
        return after(isHeld() ? InfoChange.PROVE_HELD : InfoChange.PROVE, now);
    }

    /// As it is when something was done to it.
    ///
    /// @throws ImpossibleChange when its state has no place for that
    public SecurityInfo after(InfoChange change, Instant at) {
        InfoState next = change.from(state).orElseThrow(() -> new ImpossibleChange(state, change));
        return new SecurityInfo(
                id,
                channel,
                address,
                next,
                language,
                addedAt,
                proves(change) ? at : confirmedAt,
                next == InfoState.REMOVED ? at : null,
                change == InfoChange.RESUME ? heldUntilAfterPause(at) : heldUntil,
                change == InfoChange.PAUSE ? at : change == InfoChange.RESUME ? null : pausedAt,
                change);
    }

    private @Nullable Instant heldUntilAfterPause(Instant now) {
        return heldUntil == null || pausedAt == null
                ? heldUntil
                : heldUntil.plus(Duration.between(pausedAt, now));
    }

    /// Removal that was asked for does not make it younger when it is proven again.
    private boolean proves(InfoChange change) {
        return change == InfoChange.TAKE_EFFECT
                || (change == InfoChange.PROVE || change == InfoChange.PROVE_HELD)
                        && confirmedAt == null;
    }
}
