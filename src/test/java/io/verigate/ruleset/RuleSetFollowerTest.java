package io.verigate.ruleset;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.SettableClock;
import io.verigate.analysis.regression.SuiteRunner;
import io.verigate.policy.CaseReader;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.compile.CompilationCache;
import io.verigate.rules.runtime.CaseRunner;
import io.verigate.rules.runtime.RuleSetLoader;
import io.verigate.ruleset.ChangeResult.ApprovalRequired;
import io.verigate.ruleset.ChangeResult.Changed;
import io.verigate.ruleset.Rollout.Candidate;
import io.verigate.ruleset.RuleSetService.ActivationPolicy;
import io.verigate.ruleset.RuleSetService.Draft;
import io.verigate.ruleset.RuleSetService.PublishResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A node that follows its folder or the store, with a small rule set.
final class RuleSetFollowerTest {
    private static final String RULE =
            """
            rule "A code waits"
              @id("TT-001")
              @summary("Every code waits")
              @reason("high-volume")
              @owner("test")
              @requirement("S02")
              @since("2026-11-23")
            when
              Request( asksForCode, $wait : pause )
            then
              findings.wait($wait);
            end
            """;
    private static final String POLICY = "policy: a\nvalues:\n  pause: 5m\n";
    private static final String CASES =
            """
            cases:
              - name: waits
                facts: { interaction: send-code, asksForCode: true }
                expect: { verdict: wait, rules: [TT-001], for: 5m }
              - name: lets others through
                facts: { interaction: sign-in }
                expect: { verdict: allow, rules: [] }
            """;

    @TempDir private Path home;

    private final InMemoryRuleSetRepository store = new InMemoryRuleSetRepository();
    private final SettableClock clock = new SettableClock("2026-11-23T09:00:00Z");
    private final RuleSetValidator examiner =
            new RuleSetValidator(
                    new RuleSetLoader(System::nanoTime),
                    policies -> {},
                    SuiteRunner::allHold,
                    CompilationCache.NOTHING,
                    System::nanoTime);

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(home.resolve("rules"));
        Files.createDirectories(home.resolve("policies"));
        save("rules/a.drl", RULE);
        save("policies/a.yaml", POLICY);
        save("policies/a.cases.yaml", CASES);
    }

    @Test
    void takesWhatIsSavedInTheFolderAndKeepsIt() throws IOException {
        RuleSetFollower node = node(true);
        String first = node.state().revision();
        save("rules/a.drl", RULE.replace("Every code waits", "Each code waits"));

        node.follow();

        String second = node.state().revision();
        assertThat(second).isNotEqualTo(first).isEqualTo(files().revision());
        assertThat(node.rules().<String>use(ruleSet -> ruleSet.rules().getFirst().summary()))
                .isEqualTo("Each code waits");
        assertThat(store.find(first)).isPresent();
        assertThat(store.find(second)).contains(files());
        assertThat(store.version(second).orElseThrow().parent()).isEqualTo(first);
        assertThat(store.current().orElseThrow().active()).isEqualTo(second);
    }

    @Test
    void goesOnWhenWhatIsSavedHasAFaultOrBreaksACase() throws IOException {
        RuleSetFollower node = node(true);
        String first = node.state().revision();
        save("rules/a.drl", RULE.replace("asksForCode", "askForCode"));
        node.follow();

        assertThat(node.state().revision()).isEqualTo(first);
        assertThat(node.rules().<String>use(ruleSet -> ruleSet.revision())).isEqualTo(first);
        assertThat(refused(node).faults().getFirst().file()).isEqualTo("rules/a.drl");
        assertThat(node.state().inStep()).isFalse();

        save("rules/a.drl", RULE);
        save("policies/a.yaml", POLICY.replace("5m", "6m"));
        node.follow();
        assertThat(node.state().revision()).isEqualTo(first);
        assertThat(refused(node).faults().getFirst().message())
                .contains("the case `waits` does not hold");

        save("policies/a.cases.yaml", CASES.replace("for: 5m", "for: 6m"));
        node.follow();
        assertThat(node.state().inStep()).isTrue();
        assertThat(node.state().revision()).isEqualTo(files().revision());
    }

    @Test
    void tellsWhatFailedUnforeseenAndDoesNotTryItAtEveryLook() throws IOException {
        AtomicInteger tried = new AtomicInteger();
        RuleSetValidator failing =
                new RuleSetValidator(
                        new RuleSetLoader(System::nanoTime),
                        policies -> {},
                        (ruleSet, files, next) -> {
                            if (tried.incrementAndGet() > 1) {
                                throw new ArithmeticException("long overflow");
                            }
                            return 1;
                        },
                        CompilationCache.NOTHING,
                        System::nanoTime);
        RuleSetFollower node = node(true, failing);
        String first = node.state().revision();
        save("rules/a.drl", RULE + "\n");

        node.follow();
        node.follow();

        assertThat(tried).hasValue(2);
        assertThat(node.state().revision()).isEqualTo(first);
        assertThat(refused(node).faults().getFirst().message()).contains("long overflow");
    }

    @Test
    void casesMayTakeAMinuteAndEndWithTheService() throws IOException {
        AtomicLong nanos = new AtomicLong();
        AtomicBoolean ending = new AtomicBoolean();
        List<RuleSetValidator> self = new ArrayList<>();
        RuleSetValidator slow =
                new RuleSetValidator(
                        new RuleSetLoader(System::nanoTime),
                        policies -> {},
                        (ruleSet, files, next) -> {
                            next.accept("policies/a.cases.yaml", 2);
                            nanos.addAndGet(ExclusiveExecutor.MAX_DURATION.toNanos() + 1);
                            if (ending.get()) {
                                self.getFirst().end();
                            }
                            next.accept("policies/a.cases.yaml", 5);
                            return 1;
                        },
                        CompilationCache.NOTHING,
                        nanos::get);
        self.add(slow);

        assertThatThrownBy(() -> slow.examine(files()))
                .isInstanceOf(InvalidRuleSetException.class)
                .hasMessageContaining("policies/a.cases.yaml:5:0")
                .hasMessageContaining("longer than `1m`");
        ending.set(true);
        assertThatThrownBy(() -> slow.examine(files()))
                .isInstanceOf(ValidationBusy.class)
                .hasMessage("the service is stopping");
    }

    @Test
    void oneRuleSetIsExaminedAtATime() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        RuleSetValidator examiner =
                new RuleSetValidator(
                        new RuleSetLoader(System::nanoTime),
                        policies -> {},
                        (ruleSet, files, next) -> {
                            begun.countDown();
                            await(end);
                            return 1;
                        },
                        CompilationCache.NOTHING,
                        System::nanoTime);
        try (var callers = Executors.newSingleThreadExecutor()) {
            var first = callers.submit(() -> examiner.examine(files()));
            await(begun);
            Thread.currentThread().interrupt(); // who waits is not kept waiting

            assertThatThrownBy(() -> examiner.examine(files()))
                    .isInstanceOf(ValidationBusy.class)
                    .hasMessage("another rule set is being validated");
            assertThat(Thread.interrupted()).isTrue();
            end.countDown();
            assertThat(first.get().cases()).isOne();
        }
    }

    @Test
    void doesNotStartOnRulesWithFaults() throws IOException {
        save("rules/a.drl", RULE.replace("wait($wait)", "wiat($wait)"));

        assertThatThrownBy(() -> node(true))
                .isInstanceOf(InvalidRuleSetException.class)
                .hasMessageContaining("wait");
    }

    @Test
    void neverDecidesByRulesOfWhichNoneIsInForce() throws IOException {
        RuleSetFollower node = node(true);
        String first = node.state().revision();
        save("rules/a.drl", RULE.replace("@owner", "@mode(\"shadow\") @owner"));
        save("policies/a.cases.yaml", "cases: []\n");
        node.follow();

        assertThat(node.state().revision()).isEqualTo(first);
        assertThat(requireNonNull(node.state().refused()).faults().getFirst().message())
                .startsWith("no rule is enforced");

        Files.delete(home.resolve("rules/a.drl"));
        node.follow();
        assertThat(node.state().revision()).isEqualTo(first);
        assertThatThrownBy(() -> node(true)).hasMessageContaining("no rule is enforced");
        assertThatThrownBy(() -> publish(terms(false), "Ann", first))
                .hasMessageContaining("no rule is enforced");
        assertThat(store.find(files().revision())).isEmpty();
    }

    @Test
    void seesWhatIsSavedBesideALinkThatLeadsNowhere() throws IOException {
        RuleSetFollower node = node(true);
        Files.createSymbolicLink(home.resolve("rules/.#a.drl"), Path.of("ann@desk.1234:5678"));
        Files.createSymbolicLink(home.resolve("rules/b.drl"), Path.of("gone.drl"));
        node.follow();
        save("rules/a.drl", RULE.replace("Every code waits", "Each code waits"));

        node.follow();

        assertThat(node.state().revision()).isEqualTo(files().revision());
        assertThat(node.state().inStep()).isTrue();
    }

    @Test
    void followsWhatAnotherNodePublishedAndIgnoresTheFolder() throws IOException {
        RuleSetFollower one = node(false);
        RuleSetFollower other = node(false);
        save("policies/a.yaml", POLICY.replace("5m", "7m"));
        other.follow();
        assertThat(other.state().revision()).isEqualTo(one.state().revision());
        save("policies/a.cases.yaml", CASES.replace("for: 5m", "for: 7m"));

        String published = publish(terms(false), "Ann", one.state().revision());
        one.follow();
        other.follow();

        assertThat(one.state().revision()).isEqualTo(published);
        assertThat(other.state().revision()).isEqualTo(published);
    }

    @Test
    void keepsDecidingWhenTheStoreNamesWhatCannotBeHad() {
        RuleSetFollower node = node(false);
        String first = node.state().revision();
        store.advance(store.current().orElseThrow().next("gone", null, "Ann", clock.instant()));

        node.follow();
        node.follow();

        assertThat(node.state().revision()).isEqualTo(first);
        assertThat(refused(node).revision()).isEqualTo("gone");
        store.advance(store.current().orElseThrow().next(first, null, "Ann", clock.instant()));
        node.follow();
        assertThat(node.state().inStep()).isTrue();
    }

    @Test
    void asksForASecondPersonButNotToGoBack() throws IOException {
        RuleSetFollower node = node(false);
        String first = node.state().revision();
        save("rules/a.drl", RULE + "\n");
        RuleSetService publishing = publishing(terms(true));
        publishing.publish(new Draft(files(), first, "Ann", "why"));
        String second = files().revision();

        assertThat(publishing.activate(second, null, "Ann")).isEqualTo(new ApprovalRequired("Ann"));
        assertThat(publishing.tryOut(new Candidate(second, 100), "Ann"))
                .isEqualTo(new ApprovalRequired("Ann"));
        assertThat(publishing.tryOut(new Candidate(second, 0), "Ann")).isInstanceOf(Changed.class);
        assertThat(publishing.activate(second, null, "Bob")).isInstanceOf(Changed.class);
        assertThat(store.current().orElseThrow().tried()).isEmpty();
        assertThat(publishing.activate(first, second, "Ann")).isInstanceOf(Changed.class);
        assertThat(publishing.activate(second, first, "Ann")).isInstanceOf(Changed.class);
    }

    @Test
    void goingBackTwiceLeadsFurtherBackAndNeedsNobodyElse() throws IOException {
        String first = node(false).state().revision();
        List<String> published = new ArrayList<>(List.of(first));
        for (int change = 1; change <= 3; change++) {
            save("rules/a.drl", RULE + "\n".repeat(change));
            published.add(publish(terms(false), "Ann", published.getLast()));
        }
        RuleSetService publishing = publishing(terms(true));
        for (int back = 3; back > 0; back--) {
            String before = Rollout.before(store.rollouts(null, 100)).orElseThrow();
            assertThat(before).isEqualTo(published.get(back - 1));
            assertThat(publishing.activate(before, published.get(back), "Ann"))
                    .isInstanceOf(Changed.class);
        }
        assertThat(Rollout.before(store.rollouts(null, 100))).isEmpty();
    }

    @Test
    void whatTheFolderDecidesIsActiveAlready() {
        String revision = node(true).state().revision();

        assertThat(publishing(new ActivationPolicy(true, false)).activate(revision, null, "Ann"))
                .isInstanceOf(ChangeResult.Unchanged.class);
    }

    @Test
    void closesWhatDecidedAfterItsLastUser() throws Exception {
        RuleSetFollower node = node(true);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (var users = Executors.newSingleThreadExecutor()) {
            var used =
                    users.submit(() ->
                            node.rules()
                                    .<Integer>use(ruleSet -> {
                                        begun.countDown();
                                        await(end);
                                        // Still works, though another decides by now.
                                        return new CaseRunner(ruleSet)
                                                .run(
                                                        new CaseReader(ruleSet.policies().schema())
                                                                .read(files().cases())
                                                                .getFirst())
                                                .fired()
                                                .size();
                                    }));
            await(begun);
            save("rules/a.drl", RULE + "\n\n");
            node.follow();
            end.countDown();
            assertThat(used.get()).isOne();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String publish(ActivationPolicy terms, String author, String parent) {
        RuleSetService publishing = publishing(terms);
        var published = publishing.publish(new Draft(files(), parent, author, "why"));
        assertThat(published).isInstanceOf(PublishResult.Stored.class);
        assertThat(publishing.activate(files().revision(), null, author))
                .isInstanceOf(Changed.class);
        return files().revision();
    }

    private static ActivationPolicy terms(boolean secondPerson) {
        return new ActivationPolicy(false, secondPerson);
    }

    private RuleSetService publishing(ActivationPolicy terms) {
        return new RuleSetService(store, examiner, clock, terms, () -> {});
    }

    private RuleSetFollower node(boolean byFolder) {
        return node(byFolder, examiner);
    }

    private RuleSetFollower node(boolean byFolder, RuleSetValidator by) {
        return new RuleSetFollower(
                store,
                by,
                new WatchedFolder(home.resolve("rules"), home.resolve("policies")),
                byFolder,
                clock);
    }

    private static NodeState.RejectedRuleSet refused(RuleSetFollower node) {
        return Objects.requireNonNull(node.state().refused());
    }

    private RuleSetFiles files() {
        return RuleSetFiles.read(home.resolve("rules"), home.resolve("policies"));
    }

    private void save(String file, String text) throws IOException {
        Files.writeString(home.resolve(file), text);
    }
}
