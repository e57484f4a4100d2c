package io.verigate.http.body;

import io.verigate.http.problem.Fault;
import io.verigate.http.problem.Problem;
import io.verigate.http.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with one request. Used by one thread.
public final class Faults {
    private final List<Fault> found = new ArrayList<>();
    private final boolean query;

    private Faults(boolean query) {
        this.query = query;
    }

    /// For a body: faults carry a JSON Pointer.
    public static Faults ofBody() {
        return new Faults(false);
    }

    /// For query parameters: faults carry the parameter's name.
    static Faults ofQuery() {
        return new Faults(true);
    }

    /// Adds one.
    ///
    /// @param pointer where
    /// @param code stable, in kebab case
    /// @param detail what is wrong and what to do; must not repeat an address
    public void add(String pointer, String code, String detail) {
        found.add(
                query
                        ? Fault.inQuery(pointer.replaceFirst("^/", ""), code, detail)
                        : Fault.inBody(pointer, code, detail));
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
