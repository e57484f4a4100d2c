package io.verigate.http;

import io.verigate.account.ClearRequest;
import io.verigate.decision.Decision;
import io.verigate.delivery.HelpDeskClear;
import io.verigate.http.problem.Problem;
import io.verigate.http.problem.ProblemKind;
import io.verigate.http.wire.ClearAnswer;
import io.verigate.http.wire.DecisionWriter;
import jakarta.inject.Singleton;

/// Answers what came of clearing security info. Thread-safe.
@Singleton
final class ClearReplies {
    static final String UNKNOWN = "nobody asked for this on this account";

    private final DecisionWriter decisions;
    private final Refusals refusals;

    ClearReplies(DecisionWriter decisions, Refusals refusals) {
        this.decisions = decisions;
        this.refusals = refusals;
    }

    Reply of(HelpDeskClear.Outcome outcome, Call call) {
        return switch (outcome) {
            case HelpDeskClear.Outcome.Asked(var request, var decision) ->
                    Reply.created(
                            answer(request, decision, call),
                            "/v1/accounts/"
                                    + Paths.segment(request.account())
                                    + "/security-info/clear/"
                                    + request.id());
            case HelpDeskClear.Outcome.Cleared(var request, var decision) ->
                    Reply.ok(answer(request, decision, call));
            case HelpDeskClear.Outcome.Refused(var decision) ->
                    refusals.of(decision, call, call.language());
            case HelpDeskClear.Outcome.Unknown unknown ->
                    problem(ProblemKind.NOT_FOUND, UNKNOWN, call);
            case HelpDeskClear.Outcome.Over over ->
                    problem(
                            ProblemKind.CONFLICT,
                            "this was approved before: ask anew if it is needed again",
                            call);
            case HelpDeskClear.Outcome.SamePerson same ->
                    problem(
                            ProblemKind.SECOND_PERSON_NEEDED,
                            "another person than the one who asked has to approve it",
                            call);
        };
    }

    private ClearAnswer answer(ClearRequest request, Decision decision, Call call) {
        return ClearAnswer.of(request, decisions.answer(decision, call.language()));
    }

    private static Reply problem(ProblemKind kind, String detail, Call call) {
        return Reply.of(Problem.of(kind, detail).during(call.requestId()));
    }
}
