package io.verigate.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.verigate.decision.Decision;
import io.verigate.decision.Verdict;
import io.verigate.journal.ShadowDifference;
import io.verigate.policy.Literal;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.rules.runtime.ActiveRuleSet.Deciding;
import io.verigate.rules.runtime.ActiveRuleSet.Trial;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSet.Limits;
import io.verigate.rules.runtime.RuleSetLoader;
import io.verigate.ruleset.Rollout.Candidate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A candidate and the active rule set: which accounts it decides for, how failures are handled, and what it counts.
final class CandidateTest {
    private static final String ACTIVE = policy("");
    private static final String TRIED =
            policy(
                    """
                    values: { regionLimit: 2, regionWait: 10m }
                    counters:
                      requestsInRegion1h: { event: code-request, per: region, within: 1h }
                    """);
    private static final String REGION_RULE =
            """
            rule "A region that is asked for too often waits"
              @id("RG-001") @summary("s") @reason("high-volume") @owner("o") @requirement("S02") @since("2026-11-24")
            when Request( asksForCode, requestsInRegion1h > regionLimit, $wait : regionWait )
            then findings.wait($wait);
            end
            """;
    private static final String BLOCK =
            """
            rule "A block as long as nothing was verified"
              @id("BL-001") @summary("s") @reason("high-volume") @owner("o") @requirement("S02") @since("2026-11-24")
            when Request( asksForCode, %s$length : sinceVerified )
            then findings.block("method", $length);
            end
            """;
    private static final String GAP =
            policy("gaps: { sinceVerified: { event: code-verified, per: account } }\n");
    private static final String GREETING =
            """
            rule "Everybody who asks for a code gets advice"
              @id("GR-001") @summary("s") @reason("greeting") @owner("o") @requirement("S02") @since("2026-11-24")
            when Request( asksForCode )
            then findings.advise("x");
            end
            """;

    // The time that each reading of the evaluation clock takes; above the limit the evaluation
    // times out.
    private final AtomicLong step = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();
    private final List<ShadowDifference> heard = new ArrayList<>();
    private final RuleSet active = new RuleSetLoader(() -> 0).load(files(GREETING, ACTIVE));
    private final RuleSet candidate =
            new RuleSetLoader(() -> nanos.addAndGet(step.get()))
                    .load(
                            files(GREETING + REGION_RULE, TRIED),
                            new Limits(Limits.DEFAULT.firings(), Duration.ofMillis(10)));
    private final ActiveRuleSet rules = new ActiveRuleSet(active);
    private final Playground playground = new Playground(rules, heard::add);

    @AfterEach
    void close() {
        rules.swap(active);
        rules.swap(new RuleSetLoader(() -> 0).load(files("", ACTIVE)));
    }

    @Test
    void decidesForItsShareOfAccountsAndAlwaysForTheSame() {
        List<String> accounts = IntStream.range(0, 2_000).mapToObj(i -> "a-" + i).toList();

        share(1_000);
        Set<String> tenth = byCandidate(accounts);
        Set<String> again = byCandidate(accounts);
        share(3_000);
        Set<String> more = byCandidate(accounts);
        share(Candidate.WHOLE);
        Set<String> all = byCandidate(accounts);
        share(0);
        Set<String> shadow = byCandidate(accounts);
        rules.swap(active);
        Set<String> withdrawn = byCandidate(accounts);

        assertThat(again).isEqualTo(tenth);
        // Four standard deviations; the key is fixed, so the result never varies.
        assertThat(tenth).hasSizeBetween(147, 253);
        assertThat(more).hasSizeBetween(518, 682).containsAll(tenth);
        assertThat(all).hasSize(2_000);
        assertThat(shadow).isEmpty();
        assertThat(withdrawn).isEmpty();
    }

    @Test
    void leavesADecisionToTheActiveRuleSetWhenItIsLate() {
        Trial trial = share(Candidate.WHOLE);
        assertThat(ask("a-1").ruleset()).isEqualTo(candidate.revision());
        heard.clear();
        late();

        Decision decision = ask("a-1");

        assertThat(decision.ruleset()).isEqualTo(active.revision());
        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(trial.failures()).hasValue(1);
        assertThat(heard)
                .containsExactly(
                        new ShadowDifference(
                                candidate.revision(),
                                "",
                                "allow",
                                ShadowDifference.FAILED,
                                "GB",
                                false,
                                List.of()));
    }

    @Test
    void blocksForWhatNeverHappenedAsLongAsCanBeKept() {
        try (RuleSet endless = new RuleSetLoader(() -> 0).load(files(BLOCK.formatted(""), GAP))) {
            rules.swap(
                    new Deciding(active, new Trial(endless, Candidate.WHOLE, new AtomicInteger())));

            Decision decision = ask("a-1");

            assertThat(decision.ruleset()).isEqualTo(endless.revision());
            assertThat(decision.until()).isEqualTo(decision.at().plus(Literal.MAX_LENGTH));
            rules.swap(active);
        }
    }

    @Test
    void countsAFailureBesideTheActiveRuleSetToo() {
        Trial trial = share(0);
        late();

        Decision decision = ask("a-1");

        assertThat(decision.ruleset()).isEqualTo(active.revision());
        assertThat(trial.failures()).hasValue(1);
        assertThat(heard)
                .extracting(ShadowDifference::other)
                .containsExactly(ShadowDifference.FAILED);
    }

    @Test
    void isNotAskedAnyMoreAfterTenFailuresInARow() {
        Trial trial = share(Candidate.WHOLE);
        late();
        for (int i = 0; i < Trial.MAX_FAILURES - 1; i++) {
            ask("a-1");
        }
        assertThat(trial.suspended()).isFalse();
        inTime();
        assertThat(ask("a-1").ruleset()).isEqualTo(candidate.revision());
        assertThat(trial.failures()).hasValue(0);

        late();
        for (int i = 0; i < Trial.MAX_FAILURES; i++) {
            assertThat(ask("a-1").ruleset()).isEqualTo(active.revision());
        }
        assertThat(trial.suspended()).isTrue();
        inTime();
        heard.clear();

        assertThat(ask("a-1").ruleset()).isEqualTo(active.revision());
        assertThat(ask("a-2").ruleset()).isEqualTo(active.revision());
        assertThat(heard).isEmpty();
        share(Candidate.WHOLE);
        assertThat(ask("a-1").ruleset()).isEqualTo(candidate.revision());
    }

    @Test
    void countsForSubjectsThatOnlyItCounts() {
        assertThat(active.policies().subjects()).isNotEqualTo(candidate.policies().subjects());
        share(0);
        for (int i = 0; i < 2; i++) {
            assertThat(ask("a-" + i).verdict()).isEqualTo(Verdict.ALLOW);
        }
        assertThat(heard).isEmpty();

        Decision third = ask("a-3");

        // Three accounts and numbers that share only the region: the counter is per region.
        assertThat(third.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(third.ruleset()).isEqualTo(active.revision());
        assertThat(heard)
                .extracting(
                        ShadowDifference::rule, ShadowDifference::verdict, ShadowDifference::other)
                .contains(tuple("", "allow", "wait"), tuple("RG-001", "allow", "wait"));
        // Events that were counted without effect still count when the candidate decides.
        share(Candidate.WHOLE);
        Decision fourth = ask("a-4");
        assertThat(fourth.verdict()).isEqualTo(Verdict.WAIT);
        assertThat(fourth.ruleset()).isEqualTo(candidate.revision());
    }

    private Set<String> byCandidate(List<String> accounts) {
        Set<String> its = new HashSet<>();
        for (String account : accounts) {
            if (ask(account).ruleset().equals(candidate.revision())) {
                its.add(account);
            }
        }
        return its;
    }

    private Decision ask(String account) {
        int last = Math.floorMod(account.hashCode(), 900) + 100;
        return playground.sms(account, "+447700" + last + "123", Playground.HOME);
    }

    private Trial share(int share) {
        Trial trial = new Trial(candidate, share, new AtomicInteger());
        rules.swap(new Deciding(active, trial));
        return trial;
    }

    private void late() {
        step.set(Duration.ofMillis(30).toNanos());
    }

    private void inTime() {
        step.set(0);
    }

    private static String policy(String rest) {
        return "policy: a\n" + rest;
    }

    private static RuleSetFiles files(String rules, String policy) {
        return new RuleSetFiles(
                Map.of("rules/a.drl", rules), Map.of("policies/a.yaml", policy), Map.of());
    }
}
