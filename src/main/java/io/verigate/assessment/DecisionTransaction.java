package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.Method;
import io.verigate.journal.ShadowDifference;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import io.verigate.rules.runtime.ActiveRuleSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One decision as one durable transaction: names the records to lock, runs the pipeline over them, and then the
/// consequence of the use case.
final class DecisionTransaction<T> implements LedgerTransaction<T> {
    private final ActiveRuleSet.Lease lease;
    private final DecisionSetup setup;
    private final Interaction interaction;
    private final DecisionConsequence<T> consequence;
    private final RuleSetSelection selection;
    private final MethodResolver methods;
    private final CountedSubjects subjects;
    private final Set<Key<?, ?>> firstReads;

    // Of the latest run: a transaction that loses a deadlock runs again.
    private volatile @Nullable Decision decision;
    private volatile List<ShadowDifference> differences = List.of();

    DecisionTransaction(
            ActiveRuleSet.Lease lease,
            DecisionSetup setup,
            Interaction interaction,
            DecisionConsequence<T> consequence) {
        this.lease = lease;
        this.setup = setup;
        this.interaction = interaction;
        this.consequence = consequence;
        this.selection =
                RuleSetSelection.of(
                        lease.deciding(), interaction.account(), setup.context().fingerprints());
        this.methods =
                new MethodResolver(setup.context(), selection.deciding().policies(), interaction);
        this.subjects = CountedSubjects.of(selection);
        this.firstReads = firstReads();
    }

    /// The account, and everything that can be named before it is read: most requests need one round trip to the
    /// database.
    private Set<Key<?, ?>> firstReads() {
        Set<Key<?, ?>> keys = new HashSet<>(consequence.reads());
        keys.addAll(subjects.keys(methods.namedSubjects()));
        keys.add(Account.RECORDS.key(interaction.account()));
        return Set.copyOf(keys);
    }

    @Override
    public Set<Key<?, ?>> reads() {
        return firstReads;
    }

    @Override
    public Set<Key<?, ?>> readsNext(TransactionView view) {
        Set<Key<?, ?>> keys = new HashSet<>();
        Optional<Account> account = view.get(Account.RECORDS.key(interaction.account()));
        if (interaction.method() instanceof Method.Enrolled) {
            methods.resolve(account)
                    .ifPresent(method -> keys.addAll(subjects.keys(method.subjects())));
        }
        // Pending info too: its hold may end before the transaction runs.
        for (ResolvedMethod other :
                methods.others(account.map(Account::present).orElse(List.of()))) {
            keys.addAll(subjects.keys(other.subjects()));
        }
        return keys;
    }

    @Override
    public T run(TransactionView view) {
        Instant now = setup.clock().instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Account> account =
                view.get(Account.RECORDS.key(interaction.account())).map(known -> known.at(now));
        ResolvedMethod method =
                methods.resolve(account).orElseThrow(() -> new UnknownSecurityInfo(enrolledId()));
        List<ResolvedMethod> others =
                methods.others(account.map(Account::confirmed).orElse(List.of()));
        DecisionPipeline pipeline =
                new DecisionPipeline(
                        new DecisionContext(
                                selection, interaction, account, method, others, view, now),
                        subjects,
                        methods,
                        setup.context().published());
        AssessmentResult result = pipeline.run();
        decision = result.decision();
        differences = pipeline.differences();
        return consequence.apply(result, pipeline);
    }

    @Override
    public void committed(T result) {
        Decision recorded = decision;
        if (recorded != null) {
            setup.listener().decided(recorded);
        }
        differences.forEach(setup.listener()::differed);
        consequence.committed(result);
    }

    @Override
    public void close() {
        lease.close();
    }

    private String enrolledId() {
        return interaction.method() instanceof Method.Enrolled enrolled
                ? enrolled.securityInfo()
                : "";
    }
}
