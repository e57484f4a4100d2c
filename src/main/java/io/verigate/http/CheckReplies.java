package io.verigate.http;

import io.verigate.delivery.CodeCheck;
import io.verigate.http.wire.CheckAnswer;
import io.verigate.http.wire.DecisionWriter;
import jakarta.inject.Singleton;
import java.util.List;

/// Answers what came of typing in a code. Thread-safe.
@Singleton
final class CheckReplies {
    private final DecisionWriter decisions;
    private final Refusals refusals;

    CheckReplies(DecisionWriter decisions, Refusals refusals) {
        this.decisions = decisions;
        this.refusals = refusals;
    }

    /// Advice is for whoever typed the right code: to everybody else it would tell something of the account.
    Reply of(CodeCheck.Outcome outcome, Call call) {
        return switch (outcome) {
            case CodeCheck.Outcome.Compared(var verified, var decision) ->
                    Reply.ok(
                            new CheckAnswer(
                                    verified,
                                    verified
                                            ? decisions.advice(decision, call.language())
                                            : List.of()));
            case CodeCheck.Outcome.Refused(var decision) ->
                    refusals.of(decision, call, call.language());
        };
    }
}
