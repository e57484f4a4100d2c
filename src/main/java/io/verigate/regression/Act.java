package io.verigate.regression;

import io.verigate.access.Access;
import io.verigate.access.Role;
import io.verigate.assessment.AccountDesk.Told;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.delivery.DeliveryReceipt.Status;
import io.verigate.journal.JournalFilter;
import java.time.Duration;
import java.util.Optional;

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

    /// The person puts off the request to verify security info.
    record Skip(Interaction interaction) implements Act {}

    /// An analyst looks into the log of decisions (S31).
    ///
    /// @param filter which ones are looked for
    /// @param within how far back
    record Look(JournalFilter filter, Duration within) implements Act {}

    /// A caller tells what it observed, when it happens.
    record Observe(Interaction interaction) implements Act {}

    /// An operator tells what became of the newest code of the account, to the address if one is named. Nothing happens
    /// when there was none.
    ///
    /// @param error the operator's own code; empty when it gives none
    record Receipt(String account, Optional<Address> address, Status status, String error)
            implements Act {}

    /// A person tells that they did not ask for the newest code of the account, to the address if one is named. Nothing
    /// happens when there was none.
    record Unrequested(String account, Optional<Address> address) implements Act {}

    /// A caller tells what it knows of an account.
    record Describe(String account, Told told) implements Act {}

    /// One of these, called by somebody in a role of their own (S28); all others are called by one who may do everything.
    record As(Role role, Act act) implements Act {}

    /// What a caller has to be allowed to do it.
    default Access needs() {
        return switch (this) {
            case Ask(Interaction interaction) ->
                    interaction.kind() == InteractionKind.SEND_CODE
                            ? Access.VERIFICATIONS_WRITE
                            : Access.DECISIONS_WRITE;
            case Check check -> Access.VERIFICATIONS_WRITE;
            case Unrequested unrequested -> Access.VERIFICATIONS_WRITE;
            case Observe observe -> Access.DECISIONS_WRITE;
            case Look look -> Access.DECISIONS_READ;
            case Clear clear -> Access.SECURITY_INFO_CLEAR;
            case Enrol enrol -> Access.ACCOUNTS_WRITE;
            case Remove remove -> Access.ACCOUNTS_WRITE;
            case Skip skip -> Access.ACCOUNTS_WRITE;
            case Describe describe -> Access.ACCOUNTS_WRITE;
            case Receipt receipt -> Access.SANDBOX;
            case As as -> as.act().needs();
        };
    }
}
