package io.verigate.account;

import io.verigate.decision.InfoState;

/// The state of security info does not allow the requested change; nothing was changed.
public final class ImpossibleChange extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param state of the info
    /// @param change that the state does not allow
    public ImpossibleChange(InfoState state, InfoChange change) {
        this(
                "security info that is `%s` cannot go through `%s`%s"
                        .formatted(state.wireName(), change.wireName(), remedy(change)));
    }

    /// @param why the reason and the remedy, for the caller
    public ImpossibleChange(String why) {
        // A caller may cause it at any time: no stack trace.
        super(why, null, false, false);
    }

    private static String remedy(InfoChange change) {
        return switch (change) {
            case CONFIRM_REMOVAL -> ": request its removal first";
            case REQUEST_REMOVAL -> ": its removal was already requested, confirm it";
            case ADD, PROVE, PROVE_HELD, PAUSE, RESUME, TAKE_EFFECT, CANCEL, REPLACE, CLEAR ->
                    ": add it again";
        };
    }
}
