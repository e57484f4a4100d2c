package io.verigate.account;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.InfoState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One contact method or authenticator of an account. Its address never changes: another address is other security
/// info.
///
/// @param id unique, starts with `si-`
/// @param channel of the method
/// @param address where codes go; null for methods that receive none
/// @param state of its life
/// @param language BCP 47 tag of the account when it was added; messages to it use it (S25)
/// @param addedAt when it was added
/// @param confirmedAt when it was verified, or when its hold ended; null before
/// @param removedAt when it was removed; null before
/// @param heldUntil the end of its hold (S19); null when it was added without one
/// @param pausedAt when its hold was paused, because the account is flagged or locked; null while it is not
/// @param last latest change
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

    /// Newly added, unconfirmed info.
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

    /// The same info with a hold.
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

    /// The same info, verified. During its hold it stays pending.
    ///
    /// @throws ImpossibleChange when it was removed
    public SecurityInfo confirmed(Instant now) {
        if (state == InfoState.CONFIRMED) {
            return this;
        }
        return after(isHeld() ? InfoChange.PROVE_HELD : InfoChange.PROVE, now);
    }

    /// The same info after a change.
    ///
    /// @throws ImpossibleChange when its state does not allow the change
    public SecurityInfo after(InfoChange change, Instant at) {
        InfoState next = change.from(state).orElseThrow(() -> new ImpossibleChange(state, change));
        return new SecurityInfo(
                id,
                channel,
                address,
                next,
                language,
                addedAt,
                confirms(change) ? at : confirmedAt,
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

    /// A requested removal that is withdrawn does not change when it was confirmed.
    private boolean confirms(InfoChange change) {
        return change == InfoChange.TAKE_EFFECT
                || (change == InfoChange.PROVE || change == InfoChange.PROVE_HELD)
                        && confirmedAt == null;
    }
}
