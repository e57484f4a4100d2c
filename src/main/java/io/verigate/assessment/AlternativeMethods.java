package io.verigate.assessment;

import io.verigate.decision.Channel;
import io.verigate.decision.Decision.UsableMethod;
import io.verigate.decision.Facts;
import io.verigate.decision.Interaction;
import io.verigate.decision.Merge;
import io.verigate.decision.Verdict;
import io.verigate.rules.runtime.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the same rules would decide for another method now, or for the same request later: they are evaluated, never
/// guessed.
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

    private final DecisionContext context;
    private final CountedSubjects subjects;

    AlternativeMethods(DecisionContext context, CountedSubjects subjects) {
        this.context = context;
        this.subjects = subjects;
    }

    /// Those methods that the rules would let through now, best first.
    ///
    List<UsableMethod> usable(RuleSet rules) {
        List<UsableMethod> usable = new ArrayList<>();
        for (ResolvedMethod other : context.others().stream().sorted(BEST_FIRST).toList()) {
            Interaction instead = ActivityEventMapper.instead(context.interaction(), other);
            Instant now = context.now();
            CountedActivity activity =
                    new CountedActivity(subjects.read(other.subjects(), context.view()), now);
            if (evaluate(rules, instead, other, activity, now).verdict().accepts()) {
                usable.add(ActivityEventMapper.usable(other, context.account()));
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
    Optional<Instant> again(RuleSet rules, CountedActivity activity, Instant from) {
        Instant refused = from;
        Instant at = from;
        boolean told = true;
        Duration step = FIRST_STEP;
        for (int times = 0; times < MAX_TIMES; times++) {
            Merge merge = repeated(rules, activity, at);
            if (isOver(merge.verdict())) {
                return Optional.of(told ? at : earliest(rules, activity, refused, at));
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
            RuleSet rules, CountedActivity activity, Instant refused, Instant accepted) {
        Instant early = refused;
        Instant late = accepted;
        while (Duration.between(early, late).compareTo(tolerance(late)) > 0) {
            Instant between = early.plus(Duration.between(early, late).dividedBy(2));
            if (isOver(repeated(rules, activity, between).verdict())) {
                late = between;
            } else {
                early = between;
            }
        }
        return late;
    }

    private Duration tolerance(Instant at) {
        Duration share = Duration.between(context.now(), at).dividedBy(EXACTNESS);
        return share.compareTo(NARROW) > 0 ? share : NARROW;
    }

    private Merge repeated(RuleSet rules, CountedActivity activity, Instant later) {
        CountedActivity next = new CountedActivity(activity.counted(), later);
        return evaluate(rules, context.interaction(), context.method(), next, later);
    }

    /// The findings for an interaction that would come at another time or by another method, counted as it would be.
    private Merge evaluate(
            RuleSet rules,
            Interaction interaction,
            ResolvedMethod method,
            CountedActivity activity,
            Instant at) {
        ActivityEventMapper.of(interaction)
                .ifPresent(event ->
                        activity.add(
                                event, at, method.subjects(), context.selection().distinct(event)));
        BlockUpdater blocks = new BlockUpdater(interaction, method.subjects(), context.view(), at);
        Facts facts =
                new FactGathering(rules.policies(), interaction, context.account(), blocks, at)
                        .gather(method, activity);
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
