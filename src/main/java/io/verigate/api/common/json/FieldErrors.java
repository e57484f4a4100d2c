package io.verigate.api.common.json;

import io.verigate.api.common.problem.FieldError;
import io.verigate.api.common.problem.Problem;
import io.verigate.api.common.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with one request. Used by one thread.
public final class FieldErrors {
    private final List<FieldError> found = new ArrayList<>();
    private final boolean query;

    private FieldErrors(boolean query) {
        this.query = query;
    }

    /// For a body: faults carry a JSON Pointer.
    public static FieldErrors ofBody() {
        return new FieldErrors(false);
    }

    /// For query parameters: faults carry the parameter's name.
    static FieldErrors ofQuery() {
        return new FieldErrors(true);
    }

    /// Adds one.
    ///
    /// @param pointer where
    /// @param code stable, in kebab case
    /// @param detail what is wrong and what to do; must not repeat an address
    public void add(String pointer, String code, String detail) {
        found.add(
                query
                        ? FieldError.inQuery(pointer.replaceFirst("^/", ""), code, detail)
                        : FieldError.inBody(pointer, code, detail));
    }

    /// Ends the request when there is any.
    ///
    /// @throws ProblemException with all of them
    public void check() {
        if (!found.isEmpty()) {
            throw new ProblemException(Problem.of(found));
        }
    }
}
