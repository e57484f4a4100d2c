package io.verigate.rules.runtime;

import io.verigate.decision.Facts;
import io.verigate.decision.FactsBuilder;
import io.verigate.policy.Policies;
import java.util.Map;

/// Restores facts from the decision log.
public final class RecordedFacts {
    private RecordedFacts() {}

    /// The facts of a decision. Facts that are unknown to these policies, or have another type, are omitted.
    ///
    /// @param known recorded facts by name
    public static Facts facts(Policies policies, Map<String, Object> known) {
        FactsBuilder facts = policies.schema().builder();
        known.forEach((name, value) ->
                policies.schema()
                        .index(name)
                        .ifPresent(place -> {
                            if (policies.schema()
                                    .definitions()
                                    .get(place)
                                    .type()
                                    .javaType()
                                    .isInstance(value)) {
                                facts.set(place, value);
                            }
                        }));
        return facts.build();
    }
}
