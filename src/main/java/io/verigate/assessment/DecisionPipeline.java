package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.activity.ActivityRecords;
import io.verigate.activity.CounterRecord;
import io.verigate.activity.CounterRow;
import io.verigate.activity.SubjectKey;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.BlockInstruction;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.Decision.ActiveBlock;
import io.verigate.decision.Decision.UsableMethod;
import io.verigate.decision.DecisionOutcome;
import io.verigate.decision.Evaluation;
import io.verigate.decision.EventReport;
import io.verigate.decision.FactType;
import io.verigate.decision.Facts;
import io.verigate.decision.Finding;
import io.verigate.decision.Ids;
import io.verigate.decision.Merge;
import io.verigate.decision.SubjectKind;
import io.verigate.decision.Verdict;
import io.verigate.journal.JournalEntry;
import io.verigate.journal.ShadowDifference;
import io.verigate.ledger.TransactionView;
import io.verigate.rules.runtime.RuleFailure;
import io.verigate.rules.runtime.RuleSet;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides one interaction over locked records: counts it, gathers the facts, evaluates the rules, merges their
/// findings, applies the outcome and records the decision. Used once, by one thread.
final class DecisionPipeline implements DecisionEffects {
    private final DecisionContext context;
    private final CountedSubjects subjects;
    private final MethodResolver methods;
    private final PublishedSenders published;
    private final BlockUpdater blocks;
    private final ShadowComparison shadows;
    private final AlternativeMethods alternatives;
    private final Set<SubjectKey> counted = new HashSet<>();
    private RuleSetSelection selection;
    private CountedActivity activity;
    private Verdict verdict = Verdict.ALLOW;

    /// @param methods resolves the method under the policies of another rule set
    DecisionPipeline(
            DecisionContext context,
            CountedSubjects subjects,
            MethodResolver methods,
            PublishedSenders published) {
        this.context = context;
        this.subjects = subjects;
        this.methods = methods;
        this.published = published;
        this.selection = context.selection();
        ResolvedMethod method = context.method();
        this.blocks =
                new BlockUpdater(
                        context.interaction(), method.subjects(), context.view(), context.now());
        this.shadows = new ShadowComparison(selection, method.signals().phone().region());
        this.alternatives = new AlternativeMethods(context, subjects);
        this.activity = storedActivity();
    }

    /// Decides. When the candidate fails, the failure is recorded and the active rule set decides.
    AssessmentResult run() {
        try {
            return decide();
        } catch (RuleFailure e) {
            if (!selection.byCandidate()) {
                throw e;
            }
            // Nothing was written yet.
            shadows.failed(e);
            selection = selection.withoutCandidate();
            activity = storedActivity();
            return decide();
        }
    }

    private AssessmentResult decide() {
        count();
        Facts facts = gather(ruleSet(), context.method());
        Evaluation evaluation = ruleSet().evaluate(facts);
        Merge merge = Merge.of(evaluation.findings());
        verdict = merge.verdict();
        List<UsableMethod> usable = alternatives.usable(ruleSet());
        compareShadows(evaluation, merge);
        @Nullable ActiveBlock block = updateBlocks(merge);
        countOutcome(merge);
        Account account = changeAccount(merge);
        Decision decision = decision(evaluation, merge, block, usable, facts);
        record(decision);
        ResolvedMethod method = context.method();
        return new AssessmentResult(
                decision,
                context.now(),
                account,
                method.channel(),
                method.address(),
                method.securityInfo());
    }

    private RuleSet ruleSet() {
        return selection.deciding();
    }

    private CountedActivity storedActivity() {
        return new CountedActivity(
                subjects.read(context.method().subjects(), context.view()), context.now());
    }

    /// A request is counted before it is decided, because refused requests count too.
    private void count() {
        EventReport report = context.interaction().reported();
        Instant at = report == null ? context.now() : report.at();
        ActivityEventMapper.of(context.interaction()).ifPresent(event -> count(event, at));
    }

    private void count(ActivityEvent event, Instant at) {
        activity.add(event, at, context.method().subjects(), context.selection().distinct(event));
    }

    private Facts gather(RuleSet rules, ResolvedMethod method) {
        return new FactGathering(
                        rules.policies(),
                        context.interaction(),
                        context.account(),
                        blocks,
                        context.now())
                .gather(method, activity);
    }

    private void compareShadows(Evaluation evaluation, Merge merge) {
        shadows.compare(
                evaluation,
                merge,
                other -> gather(other, methods.under(other.policies(), context.method())));
    }

    private @Nullable ActiveBlock updateBlocks(Merge merge) {
        @Nullable ActiveBlock leading = null;
        for (Finding finding : merge.winners()) {
            BlockInstruction instruction = finding.instruction();
            if (instruction != null) {
                ActiveBlock block = blocks.apply(finding, instruction, activity);
                leading = leading == null ? block : leading;
            }
        }
        return leading;
    }

    private void countOutcome(Merge merge) {
        merge.marks().forEach(mark -> activity.add(mark.event(), context.now(), mark.subject()));
        if (context.interaction().asksForCode() && merge.verdict().accepts()) {
            count(ActivityEvent.CODE_SENT, context.now());
        }
    }

    private Account changeAccount(Merge merge) {
        Account before =
                context.account()
                        .orElseGet(() ->
                                Account.unknown(context.interaction().account(), context.now()));
        Account after =
                new AccountChange(context.interaction(), context.method(), context.now())
                        .after(before, merge, this::count);
        if (!after.equals(before)) {
            view().put(Account.RECORDS.key(after.id()), after);
        }
        return after;
    }

    private Decision decision(
            Evaluation evaluation,
            Merge merge,
            @Nullable ActiveBlock block,
            List<UsableMethod> usable,
            Facts facts) {
        DecisionOutcome outcome = DecisionOutcome.of(merge, facts);
        Channel channel = context.method().channel();
        return new Decision(
                Ids.next("d-", context.now()),
                context.now(),
                context.interaction().kind(),
                context.interaction().account(),
                merge.verdict(),
                outcome.until(),
                repeatAt(merge.verdict(), outcome.until()),
                outcome.reasons(),
                block,
                usable,
                merge.advice(),
                merge.route(),
                channel == null ? null : published.of(channel),
                evaluation.ruleset(),
                evaluation.fired(),
                merge.losers(),
                merge.shadows(),
                facts.known());
    }

    /// Gives the end of a wait only if the same request would be accepted then.
    private @Nullable Instant repeatAt(Verdict given, @Nullable Instant until) {
        if (given != Verdict.WAIT || until == null) {
            return until;
        }
        try {
            return alternatives.nextAllowedAt(ruleSet(), activity, until).orElse(null);
        } catch (RuleFailure e) {
            return until; // the decision stands, even if a rule fails at another time
        }
    }

    private void record(Decision decision) {
        ResolvedMethod method = context.method();
        activity.counted()
                .forEach((kind, counters) -> {
                    SubjectKey subject = method.subjects().find(kind).orElseThrow();
                    counted.add(subject);
                    store(subject, counters);
                });
        List<ShadowDifference> differences = differences();
        if (!differences.isEmpty()) {
            view().put(
                            ShadowDifference.RECORDS.key(decision.id()),
                            new ShadowDifference.All(differences));
        }
        Channel channel = method.channel();
        view().put(
                        JournalEntry.RECORDS.key(decision.id()),
                        new JournalEntry(
                                decision,
                                channel == null ? "" : channel.wireName(),
                                method.address() == null ? "" : method.address().hint(),
                                method.signals().phone().region(),
                                method.subjects().orNull(SubjectKind.DESTINATION),
                                method.subjects().orNull(SubjectKind.SOURCE),
                                method.subjects().orNull(SubjectKind.DEVICE)));
    }

    private CounterRow stored(SubjectKey subject) {
        return ActivityRecords.counters(view(), subject);
    }

    private void store(SubjectKey subject, CounterRecord counters) {
        view().put(ActivityRecords.counterRow(subject), stored(subject).with(subject, counters));
    }

    /// What shadow rules and candidates would have decided.
    List<ShadowDifference> differences() {
        return List.copyOf(shadows.differences());
    }

    @Override
    public TransactionView view() {
        return context.view();
    }

    @Override
    public void count(ActivityEvent event) {
        context.method().subjects().all().values().stream()
                .filter(counted::contains)
                .forEach(subject ->
                        store(subject, stored(subject).of(subject).plus(event, context.now())));
    }

    @Override
    public Account learned(Account before) {
        return UsagePatternLearner.learn(before, context.method(), context.now());
    }

    @Override
    public Instant nextRequestAt() {
        if (!context.interaction().asksForCode() || !verdict.accepts()) {
            return context.now();
        }
        try {
            return nextRequest();
        } catch (RuleFailure e) {
            if (!selection.byCandidate()) {
                throw e;
            }
            selection = selection.withoutCandidate();
            return nextRequest();
        }
    }

    private Instant nextRequest() {
        return alternatives
                .nextAllowedAt(ruleSet(), activity, context.now())
                .orElse(FactType.FOREVER);
    }
}
