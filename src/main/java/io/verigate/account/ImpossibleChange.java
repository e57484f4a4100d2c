package io.verigate.account;

import io.verigate.decision.InfoState;

/// The state of security info does not allow what was asked for; nothing was changed.
public final class ImpossibleChange extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param state in which it is
    /// @param change that it has no place for
    public ImpossibleChange(InfoState state, InfoChange change) {
        this(
                "security info that is `%s` cannot go through `%s`%s"
                        .formatted(state.wireName(), change.wireName(), instead(change)));
    }

    /// @param why for the caller, and what to do instead
    public ImpossibleChange(String why) {
        // Expected of callers now and then: no stack trace.
        super(why, null, false, false);
    }

    private static String instead(InfoChange change) {
        return switch (change) {
            case CONFIRM_REMOVAL -> ": ask for its removal first";
            case REQUEST_REMOVAL -> ": its removal was asked for already, confirm it";
            case ADD, PROVE, PROVE_HELD, PAUSE, RESUME, TAKE_EFFECT, CANCEL, REPLACE, CLEAR ->
                    ": add security info anew";
        };
    }
}
