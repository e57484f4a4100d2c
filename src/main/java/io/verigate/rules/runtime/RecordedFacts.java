package io.verigate.rules.runtime;

import io.verigate.decision.Facts;
import io.verigate.decision.FactsBuilder;
import io.verigate.policy.Policies;
import java.util.Map;

/// Facts as decisions keep them, made whole again.
public final class RecordedFacts {
    private RecordedFacts() {}

    /// The facts of a decision. What these policies do not know, or know as something else, is left out.
    ///
    /// @param known by name, without what was not known
    public static Facts facts(Policies policies, Map<String, Object> known) {
        FactsBuilder facts = policies.schema().builder();
        known.forEach((name, value) ->
                policies.schema()
                        .place(name)
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
