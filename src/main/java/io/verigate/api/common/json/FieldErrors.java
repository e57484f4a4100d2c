package io.verigate.api.common.json;

import io.verigate.api.common.problem.FieldError;
import io.verigate.api.common.problem.Problem;
import io.verigate.api.common.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/// Collects the validation errors of one request. Not thread-safe.
public final class FieldErrors {
    private final List<FieldError> errors = new ArrayList<>();
    private final boolean query;

    private FieldErrors(boolean query) {
        this.query = query;
    }

    /// For a body: errors carry a JSON Pointer.
    public static FieldErrors ofBody() {
        return new FieldErrors(false);
    }

    /// For query parameters: errors carry the parameter's name.
    static FieldErrors ofQuery() {
        return new FieldErrors(true);
    }

    /// Adds an error.
    ///
    /// @param pointer JSON Pointer to the field
    /// @param code stable error code, kebab-case
    /// @param detail what is wrong and how to fix it; must not repeat an address
    public void add(String pointer, String code, String detail) {
        errors.add(
                query
                        ? FieldError.inQuery(pointer.replaceFirst("^/", ""), code, detail)
                        : FieldError.inBody(pointer, code, detail));
    }

    /// Fails the request if there are errors.
    ///
    /// @throws ProblemException with all errors
    public void check() {
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.of(errors));
        }
    }
}
