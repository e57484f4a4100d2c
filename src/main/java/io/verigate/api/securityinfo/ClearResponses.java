package io.verigate.api.securityinfo;

import io.verigate.account.ClearRequest;
import io.verigate.api.common.UriPaths;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.problem.Problem;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.common.problem.RefusalProblems;
import io.verigate.api.decisions.DecisionMapper;
import io.verigate.decision.Decision;
import io.verigate.securityinfo.ClearSecurityInfo;
import jakarta.inject.Singleton;

/// Answers what came of clearing security info. Thread-safe.
@Singleton
final class ClearResponses {
    static final String UNKNOWN = "nobody asked for this on this account";

    private final DecisionMapper decisions;
    private final RefusalProblems refusals;

    ClearResponses(DecisionMapper decisions, RefusalProblems refusals) {
        this.decisions = decisions;
        this.refusals = refusals;
    }

    PreparedResponse of(ClearSecurityInfo.Outcome outcome, ApiCall call) {
        return switch (outcome) {
            case ClearSecurityInfo.Outcome.Asked(var request, var decision) ->
                    PreparedResponse.created(
                            answer(request, decision, call),
                            "/v1/accounts/"
                                    + UriPaths.segment(request.account())
                                    + "/security-info/clear/"
                                    + request.id());
            case ClearSecurityInfo.Outcome.Cleared(var request, var decision) ->
                    PreparedResponse.ok(answer(request, decision, call));
            case ClearSecurityInfo.Outcome.Refused(var decision) ->
                    refusals.of(decision, call, call.language());
            case ClearSecurityInfo.Outcome.Unknown unknown ->
                    problem(ProblemKind.NOT_FOUND, UNKNOWN, call);
            case ClearSecurityInfo.Outcome.Over over ->
                    problem(
                            ProblemKind.CONFLICT,
                            "this was approved before: ask anew if it is needed again",
                            call);
            case ClearSecurityInfo.Outcome.SamePerson same ->
                    problem(
                            ProblemKind.SECOND_PERSON_NEEDED,
                            "another person than the one who asked has to approve it",
                            call);
        };
    }

    private ClearResponse answer(ClearRequest request, Decision decision, ApiCall call) {
        return ClearResponse.of(request, decisions.answer(decision, call.language()));
    }

    private static PreparedResponse problem(ProblemKind kind, String detail, ApiCall call) {
        return PreparedResponse.of(Problem.of(kind, detail).during(call.requestId()));
    }
}
