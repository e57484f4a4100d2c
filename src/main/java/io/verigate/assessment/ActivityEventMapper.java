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

/// What an interaction counts as, and what it would be with another method.
final class ActivityEventMapper {
    private ActivityEventMapper() {}

    /// What is counted for an interaction; empty when nothing is.
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

    /// The same person's attempt with another method: a code by it when it receives codes, else a sign-in.
    static Interaction instead(Interaction interaction, ResolvedMethod other) {
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

    /// How a usable method is told to the person.
    static UsableMethod usable(ResolvedMethod reached, Optional<Account> account) {
        SecurityInfo info =
                account.flatMap(known -> known.info(reached.securityInfo())).orElseThrow();
        return new UsableMethod(info.id(), Objects.requireNonNull(reached.channel()), info.hint());
    }
}
