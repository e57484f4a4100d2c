package io.verigate.policy;

import java.util.List;

/// A requirement, as defined under `behaviours`.
///
/// @param id permanent, for example `S02`; rules name it in `@requirement`, timelines start with it
/// @param name short, for example `high-volume`
/// @param means one sentence for people
/// @param tests names of the tests that verify what no rule decides
public record Behaviour(String id, String name, String means, List<String> tests) {
    public Behaviour {
        tests = List.copyOf(tests);
    }

    /// Prefix of the names of its timelines.
    public String prefix() {
        return id + " " + name + ": ";
    }
}
