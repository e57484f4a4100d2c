package io.verigate.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.verigate.assessment.AssessmentTools;
import io.verigate.assessment.ListCheck;
import io.verigate.assessment.PolicySignals;
import io.verigate.assessment.Published;
import io.verigate.backtest.Recent;
import io.verigate.decision.Availability;
import io.verigate.decision.Channel;
import io.verigate.decision.Word;
import io.verigate.http.Regions;
import io.verigate.journal.Journal;
import io.verigate.policy.Policies;
import io.verigate.policy.TableDefinition;
import io.verigate.protection.Fingerprints;
import io.verigate.regression.SuiteRunner;
import io.verigate.rules.ActiveRuleSet;
import io.verigate.rules.Remembered;
import io.verigate.rules.RuleSetLoader;
import io.verigate.ruleset.Examiner;
import io.verigate.ruleset.Publishing;
import io.verigate.ruleset.RuleSetFollower;
import io.verigate.ruleset.RuleSets;
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
    Examiner examiner(Meters meters, PolicySignals signals, Remembered remembered) {
        return new Examiner(
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
            RuleSets store,
            Examiner examiner,
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
    AssessmentTools tools(PolicySignals signals, Fingerprints fingerprints, Published published) {
        return new AssessmentTools(signals, fingerprints, published);
    }

    @Singleton
    Addresses addresses(ActiveRuleSet rules) {
        return new Addresses(() -> rules.use(ruleSet -> ownDomains(ruleSet.policies())));
    }

    private static Domains ownDomains(Policies policies) {
        return policies.made(Domains.class, own -> Domains.of(own.list("ownDomains")));
    }

    @Singleton
    Publishing.Terms terms(RulesConfiguration configuration) {
        return new Publishing.Terms(configuration.byFolder(), configuration.secondPerson());
    }

    @Singleton
    Publishing publishing(
            RuleSets store,
            Examiner examiner,
            InstantSource clock,
            Publishing.Terms terms,
            RuleSetWatch watch) {
        return new Publishing(store, examiner, clock, terms, watch::ring);
    }

    @Singleton
    Recent recent(Journal journal, RuleSets store) {
        return new Recent(journal, store::find, System::nanoTime);
    }

    @Singleton
    Regions regions(ActiveRuleSet rules) {
        return () -> rules.use(ruleSet -> rows(ruleSet.policies()));
    }

    private static List<Regions.Row> rows(Policies policies) {
        List<Regions.Row> rows = new ArrayList<>();
        for (TableDefinition table : policies.tables()) {
            if (table.name().equals(Regions.TABLE)) {
                for (Map.Entry<List<String>, TableDefinition.Row> row : table.rows().entrySet()) {
                    rows.add(
                            new Regions.Row(
                                    row.getKey().get(0),
                                    Word.parse(Channel.class, row.getKey().get(1)).orElseThrow(),
                                    Word.parse(Availability.class, row.getValue().cells().get(0))
                                            .orElseThrow(),
                                    row.getValue().cells().get(1),
                                    row.getValue().until()));
                }
            }
        }
        rows.sort(Comparator.comparing(Regions.Row::region).thenComparing(Regions.Row::channel));
        return rows;
    }
}
