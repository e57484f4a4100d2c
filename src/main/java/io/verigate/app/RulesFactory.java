package io.verigate.app;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.verigate.analysis.backtest.RecentDecisionDiff;
import io.verigate.analysis.regression.SuiteRunner;
import io.verigate.api.regions.RegionTable;
import io.verigate.assessment.AssessmentContext;
import io.verigate.assessment.ListCheck;
import io.verigate.assessment.PolicySignals;
import io.verigate.assessment.PublishedSenders;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.Availability;
import io.verigate.decision.Channel;
import io.verigate.decision.WireEnum;
import io.verigate.journal.DecisionLog;
import io.verigate.policy.Policies;
import io.verigate.policy.TableDefinition;
import io.verigate.rules.compile.CompilationCache;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.rules.runtime.RuleSetLoader;
import io.verigate.ruleset.RuleSetFollower;
import io.verigate.ruleset.RuleSetRepository;
import io.verigate.ruleset.RuleSetService;
import io.verigate.ruleset.RuleSetValidator;
import io.verigate.ruleset.WatchedFolder;
import io.verigate.signal.Addresses;
import io.verigate.signal.Domains;
import io.verigate.signal.NetworkTables;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The rules that decide, from the folders of the configuration.
@Factory
final class RulesFactory {
    @Singleton
    PolicySignals signals(NetworkTables networks) {
        return new PolicySignals(networks);
    }

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

    /// Made before the service listens: a rule set with a fault stops the start with file, line and reason.
    @Context
    RuleSetFollower follower(
            RulesConfiguration configuration,
            RuleSetRepository store,
            RuleSetValidator examiner,
            InstantSource clock) {
        return new RuleSetFollower(
                store,
                examiner,
                new WatchedFolder(configuration.folder(), configuration.policies()),
                configuration.byFolder(),
                clock);
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

    @Singleton
    AssessmentContext tools(
            PolicySignals signals, Fingerprints fingerprints, PublishedSenders published) {
        return new AssessmentContext(signals, fingerprints, published);
    }

    @Singleton
    Addresses addresses(ActiveRuleSet rules) {
        return new Addresses(() -> rules.use(ruleSet -> ownDomains(ruleSet.policies())));
    }

    private static Domains ownDomains(Policies policies) {
        return policies.made(Domains.class, own -> Domains.of(own.list("ownDomains")));
    }

    @Singleton
    RuleSetService.Terms terms(RulesConfiguration configuration) {
        return new RuleSetService.Terms(configuration.byFolder(), configuration.secondPerson());
    }

    @Singleton
    RuleSetService publishing(
            RuleSetRepository store,
            RuleSetValidator examiner,
            InstantSource clock,
            RuleSetService.Terms terms,
            RuleSetScheduler watch) {
        return new RuleSetService(store, examiner, clock, terms, watch::ring);
    }

    @Singleton
    RecentDecisionDiff recent(DecisionLog journal, RuleSetRepository store) {
        return new RecentDecisionDiff(journal, store::find, System::nanoTime);
    }

    @Singleton
    RegionTable regions(ActiveRuleSet rules) {
        return () -> rules.use(ruleSet -> rows(ruleSet.policies()));
    }

    private static List<RegionTable.Row> rows(Policies policies) {
        List<RegionTable.Row> rows = new ArrayList<>();
        for (TableDefinition table : policies.tables()) {
            if (table.name().equals(RegionTable.TABLE)) {
                for (Map.Entry<List<String>, TableDefinition.Row> row : table.rows().entrySet()) {
                    rows.add(
                            new RegionTable.Row(
                                    row.getKey().get(0),
                                    WireEnum.parse(Channel.class, row.getKey().get(1))
                                            .orElseThrow(),
                                    WireEnum.parse(
                                                    Availability.class,
                                                    row.getValue().cells().get(0))
                                            .orElseThrow(),
                                    row.getValue().cells().get(1),
                                    row.getValue().until()));
                }
            }
        }
        rows.sort(
                Comparator.comparing(RegionTable.Row::region)
                        .thenComparing(RegionTable.Row::channel));
        return rows;
    }
}
