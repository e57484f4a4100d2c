package io.verigate.wiring;

import io.micronaut.context.annotation.Factory;
import io.verigate.rules.ActiveRuleSet;
import io.verigate.rules.RevisionLookup;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Where rule sets are found by their revision.
@Factory
final class LookupFactory {
    @Singleton
    RevisionLookup lookup(ActiveRuleSet active) {
        return new RevisionLookup(active, revision -> Optional.empty());
    }
}
