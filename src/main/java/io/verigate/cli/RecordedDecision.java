package io.verigate.cli;

import io.verigate.decision.Decision;
import io.verigate.http.wire.ExplanationAnswer;
import io.verigate.http.wire.ExplanationWriter;
import io.verigate.journal.Journal;
import io.verigate.journal.mariadb.MariaDbJournal;
import io.verigate.rules.Explanation;
import io.verigate.rules.Recorded;
import io.verigate.rules.RevisionLookup;
import io.verigate.rules.RuleSetLoader;
import io.verigate.ruleset.mariadb.MariaDbRuleSets;

/// Explains a decision of the journal, straight from the database.
final class RecordedDecision {
    private RecordedDecision() {}

    /// @throws MisuseException when the journal has no such decision
    /// @throws IllegalStateException when the rule set that decided is not kept
    static ExplanationAnswer explain(String id) {
        return Contexts.withDatabase(database -> {
            MariaDbRuleSets kept = new MariaDbRuleSets(database);
            RuleSetLoader loader = new RuleSetLoader(System::nanoTime);
            return explain(
                    id,
                    new MariaDbJournal(database),
                    new RevisionLookup(revision -> kept.find(revision).map(loader::load)));
        });
    }

    static ExplanationAnswer explain(String id, Journal journal, RevisionLookup rules) {
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
                                        Recorded.facts(ruleSet.policies(), decision.facts())))
                .map(explanation -> ExplanationWriter.answer(explanation, id, decision.fired()))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "the rule set `%s` that decided is not kept, so that it cannot be asked again"
                                        .formatted(decision.ruleset())));
    }
}
