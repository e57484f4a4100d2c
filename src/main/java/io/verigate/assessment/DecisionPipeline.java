package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.activity.ActivityRecords;
import io.verigate.activity.CounterRecord;
import io.verigate.activity.CounterRow;
import io.verigate.activity.SubjectKey;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.BlockInstruction;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision.HeldBlock;
import io.verigate.decision.Decision.UsableMethod;
import io.verigate.decision.Decision;
import io.verigate.decision.DecisionOutcome;
import io.verigate.decision.Evaluation;
import io.verigate.decision.EventReport;
import io.verigate.decision.FactType;
import io.verigate.decision.Facts;
import io.verigate.decision.Finding;
import io.verigate.decision.Ids;
import io.verigate.decision.Interaction;
import io.verigate.decision.Merge;
import io.verigate.decision.SubjectKind;
import io.verigate.decision.Verdict;
import io.verigate.journal.JournalEntry;
import io.verigate.journal.ShadowDifference;
import io.verigate.ledger.TransactionView;
import io.verigate.policy.Policies;
import io.verigate.rules.runtime.RuleFailure;
import io.verigate.rules.runtime.RuleSet;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Deciding one interaction at one moment, over locked records. Used once, by one thread.
final class DecisionPipeline implements DecisionEffects {
    private final RuleSetSelection counting;
    private RuleSetSelection choice;
    private final Interaction interaction;
    private final Optional<Account> account;
    private final ResolvedMethod reached;
    private final TransactionView view;
    private final Instant now;
    private final BlockUpdater blocks;
    private final Set<SubjectKey> counted = new HashSet<>();
    private final ShadowComparison beside;
    private final AlternativeMethods alternatives;

    DecisionPipeline(
            RuleSetSelection choice,
            Interaction interaction,
            Optional<Account> account,
            ResolvedMethod reached,
            TransactionView view,
            Instant now) {
        this.counting = choice;
        this.choice = choice;
        this.interaction = interaction;
        this.account = account;
        this.reached = reached;
        this.view = view;
        this.now = now;
        this.blocks = new BlockUpdater(interaction, reached.subjects(), view, now);
        this.beside = new ShadowComparison(choice, reached.signals().phone().region());
        this.alternatives = new AlternativeMethods(choice, interaction, account, view, now);
    }

    /// Decides, and notes what shadows and candidates would have decided.
    ///
    /// @param elsewhere what the same address tells by other policies
    AssessmentResult decide(
            BiFunction<Subjects, TransactionView, Map<SubjectKind, CounterRecord>> counterRow,
            List<ResolvedMethod> others,
            PublishedSenders published,
            BiFunction<Policies, ResolvedMethod, ResolvedMethod> elsewhere) {
        try {
            return decideOnce(counterRow, others, published, elsewhere);
        } catch (RuleFailure e) {
            if (!choice.byCandidate()) {
                throw e;
            }
            // Nothing was written yet: the candidate's accounts are decided for by the active rule
            // set then.
            beside.failed(e);
            choice = choice.withoutCandidate();
            return decideOnce(counterRow, others, published, elsewhere);
        }
    }

    private AssessmentResult decideOnce(
            BiFunction<Subjects, TransactionView, Map<SubjectKind, CounterRecord>> counterRow,
            List<ResolvedMethod> others,
            PublishedSenders published,
            BiFunction<Policies, ResolvedMethod, ResolvedMethod> elsewhere) {
        CountedActivity activity =
                new CountedActivity(counterRow.apply(reached.subjects(), view), now);
        ActivityEventMapper.of(interaction).ifPresent(event -> count(activity, event, at()));
        Facts facts = facts(ruleSet().policies()).gather(reached, activity);
        Evaluation ruling = ruleSet().evaluate(facts);
        Merge merge = Merge.of(ruling.findings());
        List<UsableMethod> methods = alternatives.usable(ruleSet(), others, counterRow);
        beside.compare(
                ruling,
                merge,
                other ->
                        facts(other.policies())
                                .gather(elsewhere.apply(other.policies(), reached), activity));
        @Nullable HeldBlock block = null;
        for (Finding finding : merge.winners()) {
            BlockInstruction order = finding.order();
            HeldBlock carried = order == null ? null : blocks.carryOut(finding, order, activity);
            block = block == null ? carried : block;
        }
        merge.marks().forEach(mark -> activity.add(mark.event(), now, mark.of()));
        if (interaction.asksForCode() && merge.verdict().accepts()) {
            count(activity, ActivityEvent.CODE_SENT, now);
        }
        Account after = changedAccount(merge, activity);
        DecisionOutcome judgement = DecisionOutcome.of(merge, facts);
        Decision decision =
                decision(
                        ruling,
                        judgement,
                        repeatAt(merge.verdict(), judgement.until(), activity),
                        block,
                        methods,
                        facts,
                        published);
        record(decision, activity);
        return new AssessmentResult(
                decision,
                now,
                after,
                reached.channel(),
                reached.address(),
                reached.securityInfo(),
                () -> nextRequest(decision.verdict(), activity));
    }

    /// What would have been decided otherwise.
    List<ShadowDifference> differences() {
        return List.copyOf(beside.differences());
    }

    private RuleSet ruleSet() {
        return choice.deciding();
    }

    @Override
    public TransactionView view() {
        return view;
    }

    @Override
    public void count(ActivityEvent event) {
        reached.subjects().all().values().stream()
                .filter(counted::contains)
                .forEach(key -> keep(key, kept(key).of(key).plus(event, now)));
    }

    private CounterRow kept(SubjectKey subject) {
        return view.get(ActivityRecords.counterRow(subject)).orElse(CounterRow.NONE);
    }

    private void keep(SubjectKey subject, CounterRecord counterRecord) {
        view.put(ActivityRecords.counterRow(subject), kept(subject).with(subject, counterRecord));
    }

    @Override
    public Account learned(Account before) {
        return UsagePatternLearner.learn(before, reached, now);
    }

    private FactGathering facts(Policies policies) {
        return new FactGathering(policies, interaction, account, blocks, now);
    }

    private void count(CountedActivity activity, ActivityEvent event, Instant at) {
        activity.add(event, at, reached.subjects(), counting.distinct(event));
    }

    private Instant at() {
        EventReport report = interaction.reported();
        return report == null ? now : report.at();
    }

    /// When the same request would be let through after this one was: the rules are asked, not guessed at.
    private Instant nextRequest(Verdict verdict, CountedActivity activity) {
        if (!interaction.asksForCode() || !verdict.accepts()) {
            return now;
        }
        try {
            return nextRequest(activity);
        } catch (RuleFailure e) {
            if (!choice.byCandidate()) {
                throw e;
            }
            choice = choice.withoutCandidate();
            return nextRequest(activity);
        }
    }

    private Instant nextRequest(CountedActivity activity) {
        return alternatives.again(ruleSet(), reached, activity, now).orElse(FactType.FOREVER);
    }

    /// The end of a wait is told as it is only if the same request need not wait again then.
    private @Nullable Instant repeatAt(
            Verdict verdict, @Nullable Instant until, CountedActivity activity) {
        if (verdict != Verdict.WAIT || until == null) {
            return until;
        }
        try {
            return alternatives.again(ruleSet(), reached, activity, until).orElse(null);
        } catch (RuleFailure e) {
            return until; // the decision stands, whatever a rule makes of another time
        }
    }

    private Account changedAccount(Merge merge, CountedActivity activity) {
        Account before = account.orElseGet(() -> Account.unknown(interaction.account(), now));
        Account after =
                new AccountChange(interaction, reached, now)
                        .after(before, merge, (event, at) -> count(activity, event, at));
        if (!after.equals(before)) {
            view.put(Account.RECORDS.key(after.id()), after);
        }
        return after;
    }

    private Decision decision(
            Evaluation ruling,
            DecisionOutcome judgement,
            @Nullable Instant repeatAt,
            @Nullable HeldBlock block,
            List<UsableMethod> methods,
            Facts facts,
            PublishedSenders published) {
        Merge merge = judgement.merge();
        return new Decision(
                Ids.next("d-", now),
                now,
                interaction.kind(),
                interaction.account(),
                merge.verdict(),
                judgement.until(),
                repeatAt,
                judgement.reasons(),
                block,
                methods,
                merge.advice(),
                merge.route(),
                reached.channel() == null ? null : published.of(reached.channel()),
                ruling.ruleset(),
                ruling.fired(),
                merge.losers(),
                merge.shadows(),
                facts.known());
    }

    private void record(Decision decision, CountedActivity activity) {
        activity.counted()
                .forEach((kind, counterRecord) -> {
                    SubjectKey key = reached.subjects().find(kind).orElseThrow();
                    counted.add(key);
                    keep(key, counterRecord);
                });
        List<ShadowDifference> differences = differences();
        if (!differences.isEmpty()) {
            view.put(
                    ShadowDifference.RECORDS.key(decision.id()),
                    new ShadowDifference.All(differences));
        }
        Channel channel = reached.channel();
        view.put(
                JournalEntry.RECORDS.key(decision.id()),
                new JournalEntry(
                        decision,
                        channel == null ? "" : channel.wireName(),
                        reached.address() == null ? "" : reached.address().hint(),
                        reached.signals().phone().region(),
                        reached.subjects().orNull(SubjectKind.DESTINATION),
                        reached.subjects().orNull(SubjectKind.SOURCE),
                        reached.subjects().orNull(SubjectKind.DEVICE)));
    }
}
