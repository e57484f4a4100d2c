package io.verigate.app;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.verigate.analysis.regression.SuiteRunner;
import io.verigate.assessment.ListCheck;
import io.verigate.assessment.PolicySignals;
import io.verigate.messages.Phrases;
import io.verigate.policy.Policies;
import io.verigate.rules.compile.CompilationCache;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.rules.runtime.RevisionLookup;
import io.verigate.rules.runtime.RuleSetLoader;
import io.verigate.ruleset.RuleSetFollower;
import io.verigate.ruleset.RuleSetRepository;
import io.verigate.ruleset.RuleSetService;
import io.verigate.ruleset.RuleSetValidator;
import io.verigate.ruleset.RulesConfiguration;
import io.verigate.signal.Addresses;
import io.verigate.signal.Domains;
import io.verigate.signal.NetworkTables;
import jakarta.inject.Singleton;
import java.io.IOException;

/// The rules that decide, and what is read from them.
@Factory
final class RulesFactory {
    @Singleton
    RuleSetValidator examiner(Meters meters, PolicySignals signals, CompilationCache remembered) {
        return new RuleSetValidator(
                new RuleSetLoader(System::nanoTime, meters::evaluated, remembered),
                policies -> {
                    ListCheck.check(policies);
                    signals.of(policies);
                },
                SuiteRunner::allHold,
                remembered,
                System::nanoTime);
    }

    @Singleton
    ActiveRuleSet rules(RuleSetFollower follower) {
        return follower.rules();
    }

    @Singleton
    @Bean(preDestroy = "close")
    NetworkTables networks(RulesConfiguration configuration) throws IOException {
        return NetworkTables.besideShipped(configuration.networks());
    }

    /// One that no longer decides is compiled again, which takes about a second.
    @Singleton
    RevisionLookup lookup(ActiveRuleSet active, RuleSetRepository store) {
        return new RevisionLookup(
                active,
                revision -> store.find(revision).map(new RuleSetLoader(System::nanoTime)::load));
    }

    @Singleton
    Phrases phrases() {
        return Phrases.shipped();
    }

    @Singleton
    Addresses addresses(ActiveRuleSet rules) {
        return new Addresses(() -> rules.use(ruleSet -> ownDomains(ruleSet.policies())));
    }

    private static Domains ownDomains(Policies policies) {
        return policies.made(Domains.class, own -> Domains.of(own.list("ownDomains")));
    }

    @Singleton
    RuleSetService.ActivationPolicy terms(RulesConfiguration configuration) {
        return new RuleSetService.ActivationPolicy(
                configuration.byFolder(), configuration.secondPerson());
    }
}
