package io.verigate.app;

import io.micronaut.context.annotation.Factory;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.rules.runtime.RevisionLookup;
import io.verigate.rules.runtime.RuleSetLoader;
import io.verigate.ruleset.RuleSetRepository;
import jakarta.inject.Singleton;

/// Where rule sets are found by their revision.
@Factory
final class LookupFactory {
    /// One that does not decide any more is compiled anew, which takes about a second.
    @Singleton
    RevisionLookup lookup(ActiveRuleSet active, RuleSetRepository kept) {
        return new RevisionLookup(
                active,
                revision -> kept.find(revision).map(new RuleSetLoader(System::nanoTime)::load));
    }
}
