package io.verigate.policy;

import java.util.List;

/// Something that the service is for, as it stands in the list of behaviours.
///
/// @param id permanent, for example `S02`; rules name it in `@source`, timelines begin with it
/// @param name short, for example `high-volume`
/// @param means one sentence for people
/// @param tests names of the tests that show what no rule decides; empty where rules do
public record Behaviour(String id, String name, String means, List<String> tests) {
    public Behaviour {
        tests = List.copyOf(tests);
    }

    /// How the names of its timelines begin.
    public String prefix() {
        return id + " " + name + ": ";
    }
}
