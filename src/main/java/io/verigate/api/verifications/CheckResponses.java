package io.verigate.api.verifications;

import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.problem.RefusalProblems;
import io.verigate.api.decisions.DecisionMapper;
import io.verigate.verification.CheckCode.CheckCodeResult;
import jakarta.inject.Singleton;
import java.util.List;

/// Maps the outcome of checking a code. Thread-safe.
@Singleton
final class CheckResponses {
    private final DecisionMapper decisions;
    private final RefusalProblems refusals;

    CheckResponses(DecisionMapper decisions, RefusalProblems refusals) {
        this.decisions = decisions;
        this.refusals = refusals;
    }

    /// Advice is shown only with the correct code: to anybody else it would reveal something about the account.
    PreparedResponse of(CheckCodeResult outcome, ApiCall call) {
        return switch (outcome) {
            case CheckCodeResult.Compared(var verified, var decision) ->
                    PreparedResponse.ok(
                            new CheckResponse(
                                    verified,
                                    verified
                                            ? decisions.advice(decision, call.language())
                                            : List.of()));
            case CheckCodeResult.Refused(var decision) ->
                    refusals.of(decision, call, call.language());
        };
    }
}
