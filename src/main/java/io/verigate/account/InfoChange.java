package io.verigate.account;

import io.verigate.decision.InfoState;
import io.verigate.decision.WireEnum;
import java.util.Map;
import java.util.Optional;

/// The changes of security info, with the next state for each state in which they are allowed. No other change is
/// possible.
public enum InfoChange implements WireEnum {
    /// It was added. This is the first change, so no state allows it.
    ADD(Map.of()),
    /// Its code was verified, or the caller has verified it.
    PROVE(
            Map.of(
                    InfoState.PENDING, InfoState.CONFIRMED,
                    InfoState.CONFIRMED, InfoState.CONFIRMED,
                    // Verifying it again withdraws the removal.
                    InfoState.REMOVAL_REQUESTED, InfoState.CONFIRMED)),
    /// The same during its hold.
    PROVE_HELD(Map.of(InfoState.PENDING, InfoState.PENDING)),
    /// The account was flagged or locked: its hold is paused.
    PAUSE(Map.of(InfoState.PENDING, InfoState.PENDING)),
    /// The account is in good standing again: its hold resumes.
    RESUME(Map.of(InfoState.PENDING, InfoState.PENDING)),
    /// Its hold has ended.
    TAKE_EFFECT(Map.of(InfoState.PENDING, InfoState.CONFIRMED)),
    /// Older security info was used during its hold.
    CANCEL(Map.of(InfoState.PENDING, InfoState.REMOVED)),
    /// A person requested its removal. Pending info needs no second step.
    REQUEST_REMOVAL(
            Map.of(
                    InfoState.PENDING, InfoState.REMOVED,
                    InfoState.CONFIRMED, InfoState.REMOVAL_REQUESTED)),
    /// The second step of a removal.
    CONFIRM_REMOVAL(Map.of(InfoState.REMOVAL_REQUESTED, InfoState.REMOVED)),
    /// A replacement took effect.
    REPLACE(
            Map.of(
                    InfoState.CONFIRMED, InfoState.REMOVED,
                    InfoState.REMOVAL_REQUESTED, InfoState.REMOVED)),
    /// Two people of the help desk cleared it.
    CLEAR(
            Map.of(
                    InfoState.PENDING, InfoState.REMOVED,
                    InfoState.CONFIRMED, InfoState.REMOVED,
                    InfoState.REMOVAL_REQUESTED, InfoState.REMOVED));

    private final Map<InfoState, InfoState> next;

    InfoChange(Map<InfoState, InfoState> next) {
        this.next = Map.copyOf(next);
    }

    /// The next state; empty when the change is not allowed in that state.
    public Optional<InfoState> from(InfoState state) {
        return Optional.ofNullable(next.get(state));
    }
}
