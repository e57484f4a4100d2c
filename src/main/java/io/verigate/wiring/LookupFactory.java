package io.verigate.wiring;

import io.micronaut.context.annotation.Factory;
import io.verigate.rules.ActiveRuleSet;
import io.verigate.rules.RevisionLookup;
import io.verigate.rules.RuleSetLoader;
import io.verigate.ruleset.RuleSets;
import jakarta.inject.Singleton;

/// Where rule sets are found by their revision.
@Factory
final class LookupFactory {
    /// One that does not decide any more is compiled anew, which takes about a second.
    @Singleton
    RevisionLookup lookup(ActiveRuleSet active, RuleSets kept) {
        return new RevisionLookup(
                active,
                revision -> kept.find(revision).map(new RuleSetLoader(System::nanoTime)::load));
    }
}
