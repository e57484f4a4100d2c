package io.verigate.regression;

import io.verigate.assessment.AccountDesk.Told;
import io.verigate.decision.Channel;
import io.verigate.decision.Interaction;

/// What somebody does in a timeline: one call of the public interface.
public sealed interface Act {
    /// An interaction is decided; a code that may leave does leave.
    record Ask(Interaction interaction) implements Act {}

    /// Security info is added, or replaces all other. Where its channel receives codes, one leaves.
    ///
    /// @param channel how it proves
    record Enrol(Interaction interaction, Channel channel) implements Act {}

    /// Security info is taken away: selected, or confirmed.
    ///
    /// @param channel how it proves; the newest of the account, at the address if one is named
    /// @param confirm whether this is the second step
    record Remove(Interaction interaction, Channel channel, boolean confirm) implements Act {}

    /// Somebody of the help desk asks to clear the security info of an account, or approves what was asked for last.
    ///
    /// @param person who does it
    record Clear(String account, String person, boolean approve) implements Act {}

    /// The newest code of the account, to the address if one is named, is typed in.
    ///
    /// @param right whether it is typed rightly
    record Check(Interaction interaction, boolean right) implements Act {}

    /// A caller tells what it observed, when it happens.
    record Observe(Interaction interaction) implements Act {}

    /// A caller tells what it knows of an account.
    record Describe(String account, Told told) implements Act {}
}
