package io.verigate.rules;

import io.verigate.policy.Fault;
import io.verigate.policy.FileFaults;
import io.verigate.policy.Gate;
import java.util.List;

/// Gathers what the first gate refuses in one file.
final class RuleFaults {
    private final String file;
    private final FileFaults faults;

    /// @param file how faults call it
    /// @param all where they go
    RuleFaults(String file, List<Fault> all) {
        this.file = file;
        this.faults = new FileFaults(all);
    }

    String file() {
        return file;
    }

    /// How many were found.
    int found() {
        return faults.found();
    }

    /// Refuses what is written at a place.
    ///
    /// @param topic one word for what it is about
    void add(Written where, String topic, String message) {
        add(where.line(), where.column(), topic, message);
    }

    void add(int line, int column, String topic, String message) {
        faults.add(new Fault(file, line, column, message).about(topic).in(Gate.SOURCE));
    }

    /// Refuses what stands in another file, which rules of this one read.
    void add(Fault fault) {
        faults.add(fault.in(Gate.SOURCE));
    }

    /// Refuses what is not of the form of a rule.
    void form(Written where, String message) {
        add(where, "form", message);
    }
}
