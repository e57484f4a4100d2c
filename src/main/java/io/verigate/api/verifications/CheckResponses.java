package io.verigate.api.verifications;

import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.problem.RefusalProblems;
import io.verigate.api.decisions.DecisionMapper;
import io.verigate.verification.CheckCode;

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
    PreparedResponse of(CheckCode.Outcome outcome, ApiCall call) {
        return switch (outcome) {
            case CheckCode.Outcome.Compared(var verified, var decision) ->
                    PreparedResponse.ok(
                            new CheckResponse(
                                    verified,
                                    verified
                                            ? decisions.advice(decision, call.language())
                                            : List.of()));
            case CheckCode.Outcome.Refused(var decision) ->
                    refusals.of(decision, call, call.language());
        };
    }
}
