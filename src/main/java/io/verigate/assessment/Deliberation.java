package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.activity.Activity;
import io.verigate.activity.SubjectKey;
import io.verigate.activity.Tallies;
import io.verigate.activity.Tally;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.BlockOrder;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.Decision.HeldBlock;
import io.verigate.decision.Decision.UsableMethod;
import io.verigate.decision.FactType;
import io.verigate.decision.Facts;
import io.verigate.decision.Finding;
import io.verigate.decision.Ids;
import io.verigate.decision.Interaction;
import io.verigate.decision.Judgement;
import io.verigate.decision.Merge;
import io.verigate.decision.Report;
import io.verigate.decision.Ruling;
import io.verigate.decision.SubjectKind;
import io.verigate.decision.Verdict;
import io.verigate.journal.JournalEntry;
import io.verigate.ledger.Pages;
import io.verigate.policy.Policies;
import io.verigate.rules.RuleFailure;
import io.verigate.rules.RuleSet;
import io.verigate.ruleset.Difference;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Deciding one interaction at one moment, over locked records. Used once, by one thread.
final class Deliberation implements Aftermath {
    private final Choice counting;
    private Choice choice;
    private final Interaction interaction;
    private final Optional<Account> account;
    private final Reached reached;
    private final Pages pages;
    private final Instant now;
    private final BlockKeeping blocks;
    private final Set<SubjectKey> counted = new HashSet<>();
    private final Beside beside;
    private final Alternatives alternatives;

    Deliberation(
            Choice choice,
            Interaction interaction,
            Optional<Account> account,
            Reached reached,
            Pages pages,
            Instant now) {
        this.counting = choice;
        this.choice = choice;
        this.interaction = interaction;
        this.account = account;
        this.reached = reached;
        this.pages = pages;
        this.now = now;
        this.blocks = new BlockKeeping(interaction, reached.subjects(), pages, now);
        this.beside = new Beside(choice, reached.signals().phone().region());
        this.alternatives = new Alternatives(choice, interaction, account, pages, now);
    }

    /// Decides, and notes what shadows and candidates would have decided.
    ///
    /// @param elsewhere what the same address tells by other policies
    Assessed decide(
            BiFunction<Subjects, Pages, Map<SubjectKind, Tally>> tallies,
            List<Reached> others,
            Published published,
            BiFunction<Policies, Reached, Reached> elsewhere) {
        try {
            return decideOnce(tallies, others, published, elsewhere);
        } catch (RuleFailure e) {
            if (!choice.byCandidate()) {
                throw e;
            }
            // Nothing was written yet: the candidate's accounts are decided for by the active rule
            // set then.
            beside.failed(e);
            choice = choice.withoutCandidate();
            return decideOnce(tallies, others, published, elsewhere);
        }
    }

    private Assessed decideOnce(
            BiFunction<Subjects, Pages, Map<SubjectKind, Tally>> tallies,
            List<Reached> others,
            Published published,
            BiFunction<Policies, Reached, Reached> elsewhere) {
        CountedActivity activity =
                new CountedActivity(tallies.apply(reached.subjects(), pages), now);
        Happening.of(interaction).ifPresent(event -> count(activity, event, at()));
        Facts facts = facts(ruleSet().policies()).gather(reached, activity);
        Ruling ruling = ruleSet().evaluate(facts);
        Merge merge = Merge.of(ruling.findings());
        List<UsableMethod> methods = alternatives.usable(ruleSet(), others, tallies);
        beside.compare(
                ruling,
                merge,
                other ->
                        facts(other.policies())
                                .gather(elsewhere.apply(other.policies(), reached), activity));
        @Nullable HeldBlock block = null;
        for (Finding finding : merge.winners()) {
            BlockOrder order = finding.order();
            HeldBlock carried = order == null ? null : blocks.carryOut(finding, order, activity);
            block = block == null ? carried : block;
        }
        merge.marks().forEach(mark -> activity.add(mark.event(), now, mark.of()));
        if (interaction.asksForCode() && merge.verdict().accepts()) {
            count(activity, ActivityEvent.CODE_SENT, now);
        }
        Account after = changedAccount(merge, activity);
        Judgement judgement = Judgement.of(merge, facts);
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
        return new Assessed(
                decision,
                now,
                after,
                reached.channel(),
                reached.address(),
                reached.securityInfo(),
                () -> nextRequest(decision.verdict(), activity));
    }

    /// What would have been decided otherwise.
    List<Difference> differences() {
        return List.copyOf(beside.differences());
    }

    private RuleSet ruleSet() {
        return choice.deciding();
    }

    @Override
    public Pages pages() {
        return pages;
    }

    @Override
    public void count(ActivityEvent event) {
        reached.subjects().all().values().stream()
                .filter(counted::contains)
                .forEach(key -> keep(key, kept(key).of(key).plus(event, now)));
    }

    private Tallies kept(SubjectKey subject) {
        return pages.get(Activity.tallies(subject)).orElse(Tallies.NONE);
    }

    private void keep(SubjectKey subject, Tally tally) {
        pages.put(Activity.tallies(subject), kept(subject).with(subject, tally));
    }

    @Override
    public Account learned(Account before) {
        return Habits.learn(before, reached, now);
    }

    private FactGathering facts(Policies policies) {
        return new FactGathering(policies, interaction, account, blocks, now);
    }

    private void count(CountedActivity activity, ActivityEvent event, Instant at) {
        activity.add(event, at, reached.subjects(), counting.distinct(event));
    }

    private Instant at() {
        Report report = interaction.reported();
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
            pages.put(Account.SHELF.key(after.id()), after);
        }
        return after;
    }

    private Decision decision(
            Ruling ruling,
            Judgement judgement,
            @Nullable Instant repeatAt,
            @Nullable HeldBlock block,
            List<UsableMethod> methods,
            Facts facts,
            Published published) {
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
                .forEach((kind, tally) -> {
                    SubjectKey key = reached.subjects().find(kind).orElseThrow();
                    counted.add(key);
                    keep(key, tally);
                });
        List<Difference> differences = differences();
        if (!differences.isEmpty()) {
            pages.put(Difference.SHELF.key(decision.id()), new Difference.All(differences));
        }
        Channel channel = reached.channel();
        pages.put(
                JournalEntry.SHELF.key(decision.id()),
                new JournalEntry(
                        decision,
                        channel == null ? "" : channel.word(),
                        reached.address() == null ? "" : reached.address().hint(),
                        reached.signals().phone().region(),
                        reached.subjects().orNull(SubjectKind.DESTINATION),
                        reached.subjects().orNull(SubjectKind.SOURCE),
                        reached.subjects().orNull(SubjectKind.DEVICE)));
    }
}
