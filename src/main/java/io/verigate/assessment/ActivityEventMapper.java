package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.account.SecurityInfo;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.Decision.UsableMethod;
import io.verigate.decision.EventReport;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import java.util.Objects;
import java.util.Optional;

/// Maps an interaction to the event that it counts as.
final class ActivityEventMapper {
    private ActivityEventMapper() {}

    /// The event to count for an interaction; empty when there is none.
    static Optional<ActivityEvent> of(Interaction interaction) {
        EventReport report = interaction.reported();
        return switch (interaction.kind()) {
            case SEND_CODE, ADD_SECURITY_INFO, REPLACE_SECURITY_INFO ->
                    Optional.of(ActivityEvent.CODE_REQUEST);
            case SIGN_IN -> Optional.of(ActivityEvent.SIGN_IN);
            case SIGN_UP -> Optional.of(ActivityEvent.SIGN_UP);
            case REMOVE_SECURITY_INFO, CLEAR_SECURITY_INFO ->
                    Optional.of(ActivityEvent.SECURITY_INFO_CHANGE);
            case REPORT ->
                    report == null ? Optional.empty() : report.event().counted(report.severity());
            case CHECK_CODE, SKIP_PROMPT -> Optional.empty();
        };
    }

    /// The same person's attempt with another method: a code when the method receives codes, else a sign-in.
    static Interaction withMethod(Interaction interaction, ResolvedMethod other) {
        boolean receives = other.channel() != null && other.channel().receivesCodes();
        InteractionKind kind = receives ? InteractionKind.SEND_CODE : InteractionKind.SIGN_IN;
        return new Interaction(
                kind,
                interaction.account(),
                new Method.Enrolled(other.securityInfo()),
                interaction.source(),
                interaction.language(),
                null,
                interaction.signals().ofSource(),
                null);
    }

    /// A usable method as the person may see it.
    static UsableMethod usable(ResolvedMethod method, Optional<Account> account) {
        SecurityInfo info =
                account.flatMap(known -> known.info(method.securityInfo())).orElseThrow();
        return new UsableMethod(info.id(), Objects.requireNonNull(method.channel()), info.hint());
    }
}
