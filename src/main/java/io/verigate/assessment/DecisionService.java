package io.verigate.assessment;

import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.rules.runtime.ActiveRuleSet;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The one gate: every path that can lead to a code or a change of security info goes through a transaction of this
/// service (S12). Thread-safe.
@Singleton
public final class DecisionService {
    private final ActiveRuleSet rules;
    private final DecisionSetup setup;

    /// @param listener notified of every recorded decision
    public DecisionService(
            ActiveRuleSet rules,
            AssessmentContext context,
            InstantSource clock,
            DecisionListener listener) {
        this.rules = rules;
        this.setup = new DecisionSetup(context, clock, listener);
    }

    /// Decides and records.
    ///
    /// The transaction fails with `UnknownSecurityInfo` when the account has no such method.
    public LedgerTransaction<Decision> decide(Interaction interaction) {
        return decide(interaction, (assessed, effects) -> assessed.decision());
    }

    /// The same, with something done about the decision in the same transaction. It has to be submitted or closed: it
    /// keeps the rule set open that decides.
    public <T> LedgerTransaction<T> decide(
            Interaction interaction, DecisionConsequence<T> consequence) {
        return new DecisionTransaction<>(rules.lease(), setup, interaction, consequence);
    }
}
