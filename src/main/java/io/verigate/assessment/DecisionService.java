package io.verigate.assessment;

import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.rules.runtime.ActiveRuleSet;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// The one gate: every path that can lead to a code or a change of security info asks here (S12). Thread-safe.
public final class DecisionService {
    private final Ledger ledger;
    private final ActiveRuleSet rules;
    private final AssessmentContext tools;
    private final InstantSource clock;
    private final ShadowDifferenceListener listener;

    public DecisionService(
            Ledger ledger, ActiveRuleSet rules, AssessmentContext tools, InstantSource clock) {
        this(ledger, rules, tools, clock, difference -> {});
    }

    /// @param listener hears what shadows and candidates would have decided, once it is on disk
    public DecisionService(
            Ledger ledger,
            ActiveRuleSet rules,
            AssessmentContext tools,
            InstantSource clock,
            ShadowDifferenceListener listener) {
        this.ledger = ledger;
        this.rules = rules;
        this.tools = tools;
        this.clock = clock;
        this.listener = listener;
    }

    /// Decides, records and returns after the decision is on disk.
    ///
    /// @throws UnknownSecurityInfo when the account has no such method
    /// @throws io.verigate.ledger.LedgerUnavailable when it could not be recorded; nothing was decided then
    public Decision assess(Interaction interaction) {
        return assess(interaction, (assessed, effects) -> assessed.decision());
    }

    /// The same, with something done about the decision in the same durable step.
    public <T> T assess(Interaction interaction, DecisionConsequence<T> consequence) {
        return assess(interaction, consequence, Function.identity());
    }

    /// The same, with the step wrapped, for example so that it happens only once.
    ///
    /// @param wrap what makes of the step the one to run
    public <T, R> R assess(
            Interaction interaction,
            DecisionConsequence<T> consequence,
            Function<LedgerTransaction<T>, LedgerTransaction<R>> wrap) {
        return Ledger.await(submit(interaction, consequence, wrap));
    }

    /// The same without waiting: what is to be done before the step is done in this thread, and what hangs on the future
    /// must not block. It ends with the exceptions that `assess` throws.
    public <T, R> CompletableFuture<R> submit(
            Interaction interaction,
            DecisionConsequence<T> consequence,
            Function<LedgerTransaction<T>, LedgerTransaction<R>> wrap) {
        return rules.decideLater(deciding -> {
            DecisionTransaction<T> transaction =
                    new DecisionTransaction<>(
                            tools,
                            RuleSetSelection.of(
                                    deciding, interaction.account(), tools.fingerprints()),
                            clock,
                            interaction,
                            consequence);
            return ledger.submit(wrap.apply(transaction))
                    .thenApply(result -> {
                        transaction.differences().forEach(listener::differs);
                        return result;
                    });
        });
    }
}
