package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.activity.Tally;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision.UsableMethod;
import io.verigate.decision.Facts;
import io.verigate.decision.Interaction;
import io.verigate.decision.Merge;
import io.verigate.decision.SubjectKind;
import io.verigate.ledger.Pages;
import io.verigate.rules.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What the same rules would say to another method now, or to the same request again: they are asked, not guessed at.
final class Alternatives {
    private static final Comparator<Reached> BEST_FIRST =
            Comparator.comparing(reached -> preference(reached.channel()));

    private final Choice counting;
    private final Interaction interaction;
    private final Optional<Account> account;
    private final Pages pages;
    private final Instant now;

    /// @param counting tells what is counted, whichever rules are asked
    Alternatives(
            Choice counting,
            Interaction interaction,
            Optional<Account> account,
            Pages pages,
            Instant now) {
        this.counting = counting;
        this.interaction = interaction;
        this.account = account;
        this.pages = pages;
        this.now = now;
    }

    /// Those methods that the rules would let through now, best first.
    ///
    /// @param others all other methods of the account
    List<UsableMethod> usable(
            RuleSet rules,
            List<Reached> others,
            BiFunction<Subjects, Pages, Map<SubjectKind, Tally>> tallies) {
        List<UsableMethod> usable = new ArrayList<>();
        for (Reached other : others.stream().sorted(BEST_FIRST).toList()) {
            Interaction instead = Happening.instead(interaction, other);
            BlockKeeping held = new BlockKeeping(instead, other.subjects(), pages, now);
            CountedActivity activity =
                    new CountedActivity(tallies.apply(other.subjects(), pages), now);
            Happening.of(instead).ifPresent(event -> count(activity, event, other.subjects()));
            if (ask(rules, instead, other, held, activity).verdict().accepts()) {
                usable.add(Happening.usable(other, account));
            }
        }
        return usable;
    }

    /// When the same request would be let through.
    ///
    /// @param activity with the request that was let through now
    Instant again(RuleSet rules, Reached reached, BlockKeeping blocks, CountedActivity activity) {
        CountedActivity next = new CountedActivity(activity.counted(), now);
        count(next, ActivityEvent.CODE_REQUEST, reached.subjects());
        Merge merge = ask(rules, interaction, reached, blocks, next);
        Instant until = merge.until();
        return merge.verdict().accepts() || until == null ? now : until;
    }

    private void count(CountedActivity activity, ActivityEvent event, Subjects subjects) {
        activity.add(event, now, subjects, counting.distinct(event));
    }

    private Merge ask(
            RuleSet rules,
            Interaction asked,
            Reached towards,
            BlockKeeping blocks,
            CountedActivity activity) {
        Facts facts =
                new FactGathering(rules.policies(), asked, account, blocks, now)
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
