package io.verigate.http;

import io.verigate.account.SecurityInfo;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.delivery.Enrolment;
import io.verigate.http.wire.DecisionWriter;
import io.verigate.http.wire.SecurityInfoAnswer;
import io.verigate.http.wire.VerificationAnswer;
import io.verigate.http.wire.VerificationWriter;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Answers what came of adding security info. Thread-safe.
@Singleton
final class EnrolmentReplies {
    private final DecisionWriter decisions;
    private final VerificationWriter verifications;
    private final Refusals refusals;

    EnrolmentReplies(
            DecisionWriter decisions, VerificationWriter verifications, Refusals refusals) {
        this.decisions = decisions;
        this.verifications = verifications;
        this.refusals = refusals;
    }

    Reply of(Enrolment.Outcome outcome, Call call, Interaction interaction) {
        String language = call.language(interaction.language());
        return switch (outcome) {
            case Enrolment.Outcome.Pending(var info, var verification, var decision) ->
                    added(
                            interaction.account(),
                            info,
                            verifications.state(verification, verification.createdAt()),
                            decision,
                            language);
            case Enrolment.Outcome.Confirmed(var info, var decision) ->
                    added(interaction.account(), info, null, decision, language);
            case Enrolment.Outcome.Refused(var decision) -> refusals.of(decision, call, language);
        };
    }

    private Reply added(
            String account,
            SecurityInfo info,
            @Nullable VerificationAnswer verification,
            Decision decision,
            String language) {
        return Reply.created(
                new SecurityInfoAnswer.Added(
                        SecurityInfoAnswer.of(info),
                        verification,
                        decisions.answer(decision, language)),
                "/v1/accounts/" + Paths.segment(account) + "/security-info/" + info.id());
    }
}
