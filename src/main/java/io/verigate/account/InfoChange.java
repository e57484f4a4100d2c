package io.verigate.account;

import io.verigate.decision.InfoState;
import io.verigate.decision.WireEnum;
import java.util.Map;
import java.util.Optional;

/// What can be done to security info, and where it leads from each state: the one table of its life. What has no
/// place here cannot happen.
public enum InfoChange implements WireEnum {
    /// It was named. Where everything begins, so it leads from nowhere.
    ADD(Map.of()),
    /// Its code was typed in, or the caller has proven it.
    PROVE(
            Map.of(
                    InfoState.PENDING, InfoState.CONFIRMED,
                    InfoState.CONFIRMED, InfoState.CONFIRMED,
                    // Who proves it again wants to keep it.
                    InfoState.REMOVAL_REQUESTED, InfoState.CONFIRMED)),
    /// The same while it is held.
    PROVE_HELD(Map.of(InfoState.PENDING, InfoState.PENDING)),
    /// The account was flagged or locked: its hold stands still.
    PAUSE(Map.of(InfoState.PENDING, InfoState.PENDING)),
    /// That is over: its hold goes on.
    RESUME(Map.of(InfoState.PENDING, InfoState.PENDING)),
    /// Its hold has ended.
    TAKE_EFFECT(Map.of(InfoState.PENDING, InfoState.CONFIRMED)),
    /// Older security info was used while it was held.
    CANCEL(Map.of(InfoState.PENDING, InfoState.REMOVED)),
    /// A person selected it for removal. What never worked needs no second step.
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
    /// Two people of the help desk took it away.
    CLEAR(
            Map.of(
                    InfoState.PENDING, InfoState.REMOVED,
                    InfoState.CONFIRMED, InfoState.REMOVED,
                    InfoState.REMOVAL_REQUESTED, InfoState.REMOVED));

    private final String word = WireEnum.of(this);
    private final Map<InfoState, InfoState> table;

    InfoChange(Map<InfoState, InfoState> table) {
        this.table = Map.copyOf(table);
    }

    @Override
    public String wireName() {
        return word;
    }

    /// Where it leads; empty when it cannot be done in that state.
    public Optional<InfoState> from(InfoState state) {
        return Optional.ofNullable(table.get(state));
    }
}
