package io.verigate.cli;

import io.verigate.api.journal.ExplanationMapper;
import io.verigate.api.journal.ExplanationResponse;
import io.verigate.decision.Decision;
import io.verigate.journal.DecisionLog;
import io.verigate.journal.mariadb.MariaDbDecisionLog;
import io.verigate.rules.explain.Explanation;
import io.verigate.rules.runtime.RecordedFacts;
import io.verigate.rules.runtime.RevisionLookup;
import io.verigate.rules.runtime.RuleSetLoader;
import io.verigate.ruleset.RuleSetRepository;
import javax.sql.DataSource;

/// Explains a decision from the decision log in the database.
final class DecisionExplainer {
    private DecisionExplainer() {}

    /// @throws UsageException when the log has no such decision
    /// @throws IllegalStateException when the rule set that decided is not stored
    static ExplanationResponse explain(String id) {
        return CommandContext.withStores(stores -> {
            RuleSetRepository kept = stores.getBean(RuleSetRepository.class);
            RuleSetLoader loader = new RuleSetLoader(System::nanoTime);
            return explain(
                    id,
                    new MariaDbDecisionLog(stores.getBean(DataSource.class)),
                    new RevisionLookup(revision -> kept.find(revision).map(loader::load)));
        });
    }

    static ExplanationResponse explain(String id, DecisionLog log, RevisionLookup rules) {
        Decision decision =
                log.find(id)
                        .orElseThrow(() ->
                                new UsageException(
                                        "there is no decision `%s` in the log; check the id"
                                                .formatted(id)))
                        .decision();
        return rules.use(
                        decision.ruleset(),
                        ruleSet ->
                                Explanation.of(
                                        ruleSet,
                                        RecordedFacts.facts(ruleSet.policies(), decision.facts())))
                .map(explanation -> ExplanationMapper.toResponse(explanation, id, decision.fired()))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "the decision cannot be explained: its rule set `%s` is not stored"
                                        .formatted(decision.ruleset())));
    }
}
