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

/// Evaluates what the rules would decide for another method now, or for the same request later.
record AlternativeMethods(DecisionContext context, CountedSubjects subjects) {
    // Each evaluation costs as much as a decision, and a flood gets most of the waits: so there
    // are few of them, and a later time is found with less precision.
    private static final int MAX_EVALUATIONS = 9;
    private static final int STEP_FACTOR = 4;
    private static final int PRECISION = 16;
    private static final Duration FIRST_STEP = Duration.ofMinutes(1);
    private static final Duration MIN_TOLERANCE = Duration.ofSeconds(30);
    private static final Comparator<ResolvedMethod> BEST_FIRST =
            Comparator.comparing(method -> preference(method.channel()));

    /// The methods that the rules would accept now, best first.
    List<UsableMethod> usable(RuleSet rules) {
        List<UsableMethod> usable = new ArrayList<>();
        for (ResolvedMethod other : context.others().stream().sorted(BEST_FIRST).toList()) {
            Interaction attempt = ActivityEventMapper.withMethod(context.interaction(), other);
            Instant now = context.now();
            CountedActivity activity =
                    new CountedActivity(subjects.read(other.subjects(), context.view()), now);
            if (evaluate(rules, attempt, other, activity, now).verdict().accepts()) {
                usable.add(ActivityEventMapper.usable(other, context.account()));
            }
        }
        return usable;
    }

    /// When the rules would accept the same request if nothing else happens until then. Tries the end of the wait and,
    /// when that is refused too, later times, because counted events leave their windows.
    ///
    /// @param activity including this request
    /// @param from earliest time
    /// @return at most half a minute, or a sixteenth of the time from now, too late; empty when it would not be
    ///     accepted within some days
    Optional<Instant> nextAllowedAt(RuleSet rules, CountedActivity activity, Instant from) {
        Instant refused = from;
        Instant at = from;
        boolean exact = true;
        Duration step = FIRST_STEP;
        for (int evaluations = 0; evaluations < MAX_EVALUATIONS; evaluations++) {
            Merge merge = repeated(rules, activity, at);
            if (isOver(merge.verdict())) {
                return Optional.of(exact ? at : earliest(rules, activity, refused, at));
            }
            Instant until = merge.verdict() == Verdict.WAIT ? merge.until() : null;
            refused = at;
            if (evaluations == 0 && until != null && until.isAfter(at)) {
                at = until;
            } else {
                at = at.plus(step);
                step = step.multipliedBy(STEP_FACTOR);
                exact = false;
            }
        }
        return Optional.empty();
    }

    /// A refusal for another reason than time ends the search: more time does not help.
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
        Duration share = Duration.between(context.now(), at).dividedBy(PRECISION);
        return share.compareTo(MIN_TOLERANCE) > 0 ? share : MIN_TOLERANCE;
    }

    private Merge repeated(RuleSet rules, CountedActivity activity, Instant later) {
        CountedActivity next = new CountedActivity(activity.counted(), later);
        return evaluate(rules, context.interaction(), context.method(), next, later);
    }

    /// Merges the findings for an interaction at another time or by another method, which is counted first.
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
