package io.verigate.api.common.problem;

import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.decisions.DecisionMapper;
import io.verigate.decision.Decision;
import io.verigate.decision.Verdict;
import jakarta.inject.Singleton;

/// Converts refusing decisions to problems, for requests that asked for an effect rather than a decision. Thread-safe.
@Singleton
public final class RefusalProblems {
    private final DecisionMapper mapper;

    RefusalProblems(DecisionMapper mapper) {
        this.mapper = mapper;
    }

    /// Returns the problem of a refusing decision, with `Retry-After` if it has a retry time.
    ///
    /// @param call the request
    /// @param language language of its texts
    public PreparedResponse of(Decision decision, ApiCall call, String language) {
        Problem problem =
                Problem.of(
                        kind(decision.verdict()),
                        detail(decision),
                        mapper.toResponse(decision, language));
        return PreparedResponse.of(problem.during(call.requestId()))
                .retryAt(DecisionMapper.retryAt(decision).orElse(null));
    }

    private static ProblemKind kind(Verdict verdict) {
        return switch (verdict) {
            case WAIT -> ProblemKind.WAIT;
            case BLOCK -> ProblemKind.BLOCKED;
            case REFUSE -> ProblemKind.REFUSED;
            case ALLOW, DELAY ->
                    throw new IllegalArgumentException("an accepting decision is not a problem");
        };
    }

    private static String detail(Decision decision) {
        return switch (decision.verdict()) {
            case WAIT ->
                    decision.retryAt().isPresent()
                            ? "nothing was done: retry the same request at `decision.next.retryAt`"
                            : "nothing was done and retrying does not help: see `decision.next` for alternatives";
            case BLOCK ->
                    "nothing was done: see `decision.block` for what is blocked and until when";
            default -> "nothing was done: see `decision.next` for alternatives";
        };
    }
}
