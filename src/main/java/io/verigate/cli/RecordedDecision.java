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

/// Explains a decision of the journal, straight from the database.
final class RecordedDecision {
    private RecordedDecision() {}

    /// @throws MisuseException when the journal has no such decision
    /// @throws IllegalStateException when the rule set that decided is not kept
    static ExplanationResponse explain(String id) {
        return Contexts.withStores(stores -> {
            RuleSetRepository kept = stores.getBean(RuleSetRepository.class);
            RuleSetLoader loader = new RuleSetLoader(System::nanoTime);
            return explain(
                    id,
                    new MariaDbDecisionLog(stores.getBean(DataSource.class)),
                    new RevisionLookup(revision -> kept.find(revision).map(loader::load)));
        });
    }

    static ExplanationResponse explain(String id, DecisionLog journal, RevisionLookup rules) {
        Decision decision =
                journal.find(id)
                        .orElseThrow(() ->
                                new MisuseException(
                                        "the journal has no decision `%s`: check its id"
                                                .formatted(id)))
                        .decision();
        return rules.use(
                        decision.ruleset(),
                        ruleSet ->
                                Explanation.of(
                                        ruleSet,
                                        RecordedFacts.facts(ruleSet.policies(), decision.facts())))
                .map(explanation -> ExplanationMapper.answer(explanation, id, decision.fired()))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "the rule set `%s` that decided is not kept, so that it cannot be asked again"
                                        .formatted(decision.ruleset())));
    }
}
