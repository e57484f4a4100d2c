package io.verigate.assessment;

import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.rules.runtime.ActiveRuleSet;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The only way to a code or a change of security info: every such request runs in a transaction of this service (S12).
/// Thread-safe.
@Singleton
public final class DecisionService {
    private final ActiveRuleSet rules;
    private final DecisionSetup setup;

    /// @param listener is notified of every recorded decision
    public DecisionService(
            ActiveRuleSet rules,
            AssessmentContext context,
            InstantSource clock,
            DecisionListener listener) {
        this.rules = rules;
        this.setup = new DecisionSetup(context, clock, listener);
    }

    /// Decides and records the decision.
    ///
    /// The transaction fails with `UnknownSecurityInfo` when the account has no such method.
    public LedgerTransaction<Decision> decide(Interaction interaction) {
        return decide(interaction, (result, effects) -> result.decision());
    }

    /// The same, followed by a consequence in the same transaction. The transaction must be submitted or closed,
    /// because it keeps its rule set open.
    public <T> LedgerTransaction<T> decide(
            Interaction interaction, DecisionConsequence<T> consequence) {
        return new DecisionTransaction<>(rules.lease(), setup, interaction, consequence);
    }
}
