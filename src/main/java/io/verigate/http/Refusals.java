package io.verigate.http;

import io.verigate.decision.Decision;
import io.verigate.decision.Verdict;
import io.verigate.http.problem.Problem;
import io.verigate.http.problem.ProblemKind;
import io.verigate.http.wire.DecisionWriter;
import jakarta.inject.Singleton;

/// Turns decisions that refuse into problems, where the caller asked for an effect and not for a decision.
@Singleton
final class Refusals {
    private final DecisionWriter writer;

    Refusals(DecisionWriter writer) {
        this.writer = writer;
    }

    /// The problem of a decision that does not accept, with `Retry-After` when a time belongs to it.
    ///
    /// @param call that it answers
    /// @param language of its texts
    Reply of(Decision decision, Call call, String language) {
        Problem problem =
                Problem.of(
                        kind(decision.verdict()),
                        detail(decision),
                        writer.answer(decision, language));
        return Reply.of(problem.during(call.requestId()))
                .retryAt(DecisionWriter.retryAt(decision).orElse(null));
    }

    private static ProblemKind kind(Verdict verdict) {
        return switch (verdict) {
            case WAIT -> ProblemKind.WAIT;
            case BLOCK -> ProblemKind.BLOCKED;
            case REFUSE -> ProblemKind.REFUSED;
            case ALLOW, DELAY ->
                    throw new IllegalArgumentException("a decision that accepts is no problem");
        };
    }

    private static String detail(Decision decision) {
        return switch (decision.verdict()) {
            case WAIT ->
                    decision.retryAt().isPresent()
                            ? "nothing was done: repeat the same request at `decision.next.retryAt`"
                            : "nothing was done, and repeating it is of no use: `decision.next` tells what else would work";
            case BLOCK ->
                    "nothing was done: `decision.block` tells what is held back and for how long";
            default -> "nothing was done: `decision.next` tells what else would work";
        };
    }
}
