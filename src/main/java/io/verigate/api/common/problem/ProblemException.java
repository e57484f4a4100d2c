package io.verigate.api.common.problem;

import java.util.List;

/// The request ends here, with a problem that its caller gets as it is.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        // Expected, and thrown often: no stack trace.
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    /// A problem of a kind.
    public static ProblemException of(ProblemKind kind, String detail) {
        return new ProblemException(Problem.of(kind, detail));
    }

    /// One fault of the request.
    public static ProblemException of(FieldError fault) {
        return new ProblemException(Problem.of(List.of(fault)));
    }

    /// What the caller gets.
    public Problem problem() {
        return problem;
    }
}
