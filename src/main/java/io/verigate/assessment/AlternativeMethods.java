package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.activity.CounterRecord;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision.UsableMethod;
import io.verigate.decision.Facts;
import io.verigate.decision.Interaction;
import io.verigate.decision.Merge;
import io.verigate.decision.SubjectKind;
import io.verigate.decision.Verdict;
import io.verigate.ledger.TransactionView;
import io.verigate.rules.runtime.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What the same rules would say to another method now, or to the same request again: they are asked, not guessed at.
final class AlternativeMethods {
    // Each look costs as much as a decision, and who floods is told to wait most often: so there
    // are few, and the farther the time, the less exact it is.
    private static final int MAX_TIMES = 9;
    private static final int FARTHER = 4;
    private static final int EXACTNESS = 16;
    private static final Duration FIRST_STEP = Duration.ofMinutes(1);
    private static final Duration NARROW = Duration.ofSeconds(30);
    private static final Comparator<ResolvedMethod> BEST_FIRST =
            Comparator.comparing(reached -> preference(reached.channel()));

    private final RuleSetSelection counting;
    private final Interaction interaction;
    private final Optional<Account> account;
    private final TransactionView view;
    private final Instant now;

    /// @param counting tells what is counted, whichever rules are asked
    AlternativeMethods(
            RuleSetSelection counting,
            Interaction interaction,
            Optional<Account> account,
            TransactionView view,
            Instant now) {
        this.counting = counting;
        this.interaction = interaction;
        this.account = account;
        this.view = view;
        this.now = now;
    }

    /// Those methods that the rules would let through now, best first.
    ///
    /// @param others all other methods of the account
    List<UsableMethod> usable(
            RuleSet rules,
            List<ResolvedMethod> others,
            BiFunction<Subjects, TransactionView, Map<SubjectKind, CounterRecord>> counterRow) {
        List<UsableMethod> usable = new ArrayList<>();
        for (ResolvedMethod other : others.stream().sorted(BEST_FIRST).toList()) {
            Interaction instead = ActivityEventMapper.instead(interaction, other);
            BlockUpdater held = new BlockUpdater(instead, other.subjects(), view, now);
            CountedActivity activity =
                    new CountedActivity(counterRow.apply(other.subjects(), view), now);
            count(activity, instead, other.subjects(), now);
            if (ask(rules, instead, other, held, activity, now).verdict().accepts()) {
                usable.add(ActivityEventMapper.usable(other, account));
            }
        }
        return usable;
    }

    /// When the same request would not have to wait any more, if nothing else happens until then: the end of a wait is tried, and
    /// where it is refused too, later times, because what was counted leaves its windows.
    ///
    /// @param activity with this request
    /// @param from not before
    /// @return late by half a minute or a sixteenth of the time from now, whichever is longer; empty when it would not be
    ///     within some days
    Optional<Instant> again(
            RuleSet rules, ResolvedMethod reached, CountedActivity activity, Instant from) {
        Instant refused = from;
        Instant at = from;
        boolean told = true;
        Duration step = FIRST_STEP;
        for (int times = 0; times < MAX_TIMES; times++) {
            Merge merge = repeated(rules, reached, activity, at);
            if (isOver(merge.verdict())) {
                return Optional.of(told ? at : earliest(rules, reached, activity, refused, at));
            }
            Instant until = merge.verdict() == Verdict.WAIT ? merge.until() : null;
            refused = at;
            if (times == 0 && until != null && until.isAfter(at)) {
                at = until;
            } else {
                at = at.plus(step);
                step = step.multipliedBy(FARTHER);
                told = false;
            }
        }
        return Optional.empty();
    }

    /// What is refused for another reason than time needs something else then, such as a proof.
    private static boolean isOver(Verdict verdict) {
        return verdict.accepts() || verdict == Verdict.REFUSE;
    }

    private Instant earliest(
            RuleSet rules,
            ResolvedMethod reached,
            CountedActivity activity,
            Instant refused,
            Instant accepted) {
        Instant early = refused;
        Instant late = accepted;
        while (Duration.between(early, late).compareTo(tolerance(late)) > 0) {
            Instant between = early.plus(Duration.between(early, late).dividedBy(2));
            if (isOver(repeated(rules, reached, activity, between).verdict())) {
                late = between;
            } else {
                early = between;
            }
        }
        return late;
    }

    private Duration tolerance(Instant at) {
        Duration share = Duration.between(now, at).dividedBy(EXACTNESS);
        return share.compareTo(NARROW) > 0 ? share : NARROW;
    }

    private Merge repeated(
            RuleSet rules, ResolvedMethod reached, CountedActivity activity, Instant later) {
        CountedActivity next = new CountedActivity(activity.counted(), later);
        count(next, interaction, reached.subjects(), later);
        BlockUpdater held = new BlockUpdater(interaction, reached.subjects(), view, later);
        return ask(rules, interaction, reached, held, next, later);
    }

    private void count(CountedActivity activity, Interaction asked, Subjects subjects, Instant at) {
        ActivityEventMapper.of(asked)
                .ifPresent(event -> activity.add(event, at, subjects, counting.distinct(event)));
    }

    private Merge ask(
            RuleSet rules,
            Interaction asked,
            ResolvedMethod towards,
            BlockUpdater blocks,
            CountedActivity activity,
            Instant at) {
        Facts facts =
                new FactGathering(rules.policies(), asked, account, blocks, at)
                        .gather(towards, activity);
        return Merge.of(rules.evaluate(facts).findings());
    }

    private static int preference(@Nullable Channel channel) {
        return switch (channel) {
            case PASSKEY -> 0;
            case SECURITY_KEY -> 1;
            case AUTHENTICATOR -> 2;
            case SMS -> 3;
            case VOICE -> 4;
            case EMAIL -> 5;
            case null -> 6;
        };
    }
}
