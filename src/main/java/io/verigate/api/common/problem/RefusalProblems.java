package io.verigate.api.common.problem;

import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.decisions.DecisionMapper;
import io.verigate.decision.Decision;
import io.verigate.decision.Verdict;
import jakarta.inject.Singleton;

/// Turns decisions that refuse into problems, where the caller asked for an effect and not for a decision.
@Singleton
public final class RefusalProblems {
    private final DecisionMapper writer;

    RefusalProblems(DecisionMapper writer) {
        this.writer = writer;
    }

    /// The problem of a decision that does not accept, with `Retry-After` when a time belongs to it.
    ///
    /// @param call that it answers
    /// @param language of its texts
    public PreparedResponse of(Decision decision, ApiCall call, String language) {
        Problem problem =
                Problem.of(
                        kind(decision.verdict()),
                        detail(decision),
                        writer.answer(decision, language));
        return PreparedResponse.of(problem.during(call.requestId()))
                .retryAt(DecisionMapper.retryAt(decision).orElse(null));
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
