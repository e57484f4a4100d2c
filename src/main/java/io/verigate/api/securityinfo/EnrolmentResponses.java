package io.verigate.api.securityinfo;

import io.verigate.account.SecurityInfo;
import io.verigate.api.common.UriPaths;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.problem.RefusalProblems;
import io.verigate.api.decisions.DecisionMapper;
import io.verigate.api.verifications.VerificationResponse;
import io.verigate.api.verifications.VerificationResponseMapper;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.securityinfo.EnrolSecurityInfo.EnrolmentResult;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Maps the outcome of adding security info. Thread-safe.
@Singleton
final class EnrolmentResponses {
    private final DecisionMapper decisions;
    private final VerificationResponseMapper verifications;
    private final RefusalProblems refusals;

    EnrolmentResponses(
            DecisionMapper decisions,
            VerificationResponseMapper verifications,
            RefusalProblems refusals) {
        this.decisions = decisions;
        this.verifications = verifications;
        this.refusals = refusals;
    }

    PreparedResponse of(EnrolmentResult outcome, ApiCall call, Interaction interaction) {
        String language = call.language(interaction.language());
        return switch (outcome) {
            case EnrolmentResult.Pending(var info, var verification, var decision) ->
                    added(
                            interaction.account(),
                            info,
                            verifications.state(verification, verification.createdAt()),
                            decision,
                            language);
            case EnrolmentResult.Confirmed(var info, var decision) ->
                    added(interaction.account(), info, null, decision, language);
            case EnrolmentResult.Refused(var decision) -> refusals.of(decision, call, language);
        };
    }

    private PreparedResponse added(
            String account,
            SecurityInfo info,
            @Nullable VerificationResponse verification,
            Decision decision,
            String language) {
        return PreparedResponse.created(
                new SecurityInfoResponse.Added(
                        SecurityInfoResponse.of(info),
                        verification,
                        decisions.toResponse(decision, language)),
                "/v1/accounts/" + UriPaths.segment(account) + "/security-info/" + info.id());
    }
}
