package io.verigate.analysis.regression;

import io.verigate.access.ApiScope;
import io.verigate.access.Role;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.delivery.receipt.DeliveryReceipt.Status;
import io.verigate.journal.JournalFilter;
import io.verigate.securityinfo.AccountService.AccountUpdate;
import java.time.Duration;
import java.util.Optional;

/// What somebody does in a timeline: one call of the public interface.
public sealed interface TimelineAction {
    /// An interaction is decided; a code that may leave does leave.
    record Ask(Interaction interaction) implements TimelineAction {}

    /// Security info is added, or replaces all other. Where its channel receives codes, one leaves.
    ///
    /// @param channel how it proves
    record Enrol(Interaction interaction, Channel channel) implements TimelineAction {}

    /// Security info is taken away: selected, or confirmed.
    ///
    /// @param channel how it proves; the newest of the account, at the address if one is named
    /// @param confirm whether this is the second step
    record Remove(Interaction interaction, Channel channel, boolean confirm)
            implements TimelineAction {}

    /// Somebody of the help desk asks to clear the security info of an account, or approves what was asked for last.
    ///
    /// @param person who does it
    record Clear(String account, String person, boolean approve) implements TimelineAction {}

    /// The newest code of the account, to the address if one is named, is typed in.
    ///
    /// @param right whether it is typed rightly
    record Check(Interaction interaction, boolean right) implements TimelineAction {}

    /// The person puts off the request to verify security info.
    record Skip(Interaction interaction) implements TimelineAction {}

    /// An analyst looks into the log of decisions (S31).
    ///
    /// @param filter which ones are looked for
    /// @param within how far back
    record Look(JournalFilter filter, Duration within) implements TimelineAction {}

    /// A caller tells what it observed, when it happens.
    record Observe(Interaction interaction) implements TimelineAction {}

    /// An operator tells what became of the newest code of the account, to the address if one is named. Nothing happens
    /// when there was none.
    ///
    /// @param error the operator's own code; empty when it gives none
    record Receipt(String account, Optional<Address> address, Status status, String error)
            implements TimelineAction {}

    /// A person tells that they did not ask for the newest code of the account, to the address if one is named. Nothing
    /// happens when there was none.
    record Unrequested(String account, Optional<Address> address) implements TimelineAction {}

    /// A caller tells what it knows of an account.
    record Describe(String account, AccountUpdate told) implements TimelineAction {}

    /// One of these, called by somebody in a role of their own (S28); all others are called by one who may do everything.
    record As(Role role, TimelineAction act) implements TimelineAction {}

    /// What a caller has to be allowed to do it.
    default ApiScope needs() {
        return switch (this) {
            case Ask(Interaction interaction) ->
                    interaction.kind() == InteractionKind.SEND_CODE
                            ? ApiScope.VERIFICATIONS_WRITE
                            : ApiScope.DECISIONS_WRITE;
            case Check check -> ApiScope.VERIFICATIONS_WRITE;
            case Unrequested unrequested -> ApiScope.VERIFICATIONS_WRITE;
            case Observe observe -> ApiScope.DECISIONS_WRITE;
            case Look look -> ApiScope.DECISIONS_READ;
            case Clear clear -> ApiScope.SECURITY_INFO_CLEAR;
            case Enrol enrol -> ApiScope.ACCOUNTS_WRITE;
            case Remove remove -> ApiScope.ACCOUNTS_WRITE;
            case Skip skip -> ApiScope.ACCOUNTS_WRITE;
            case Describe describe -> ApiScope.ACCOUNTS_WRITE;
            case Receipt receipt -> ApiScope.SANDBOX;
            case As as -> as.act().needs();
        };
    }
}
