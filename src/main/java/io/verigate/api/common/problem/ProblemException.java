package io.verigate.api.common.problem;

import java.util.List;

/// Ends the request with a problem.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        // Expected and frequent: no stack trace.
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    /// Creates an exception for a problem of a kind.
    public static ProblemException of(ProblemKind kind, String detail) {
        return new ProblemException(Problem.of(kind, detail));
    }

    /// Creates an exception for an unknown resource.
    public static ProblemException notFound(String detail) {
        return of(ProblemKind.NOT_FOUND, detail);
    }

    /// Creates an exception for a conflict with the current state.
    public static ProblemException conflict(String detail) {
        return of(ProblemKind.CONFLICT, detail);
    }

    /// Creates an exception for one validation error.
    public static ProblemException of(FieldError error) {
        return new ProblemException(Problem.of(List.of(error)));
    }

    /// Returns the problem.
    public Problem problem() {
        return problem;
    }
}
