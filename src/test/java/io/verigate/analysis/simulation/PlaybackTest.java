package io.verigate.analysis.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.analysis.simulation.Playback.Outcome;
import io.verigate.assessment.Playground;
import io.verigate.assessment.ShippedRules;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Source;
import io.verigate.decision.Verdict;
import io.verigate.journal.JournalEntry;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSet.Limits;
import io.verigate.rules.runtime.RuleSetLoader;
import io.verigate.signal.NetworkTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A small day goes through the pipeline, is taken from its log, and happens again by the same rules and by others.
final class PlaybackTest {
    private static final String PHONE = "+447700900301";
    private static final RuleSetFiles SHIPPED = ShippedRules.files();

    private final Playground playground = new Playground();

    @Test
    void theSameRulesSayTheSameAgain() {
        aDay();

        Outcome outcome = play(SHIPPED);

        assertThat(outcome.interactions()).isEqualTo(recording().size());
        assertThat(outcome.turns()).isEmpty();
        assertThat(of(outcome, "recorded").asked()).isEqualTo(21);
        assertThat(of(outcome, "recorded").blocks()).isPositive();
        assertThat(of(outcome, "recorded").verified()).isEqualTo(1);
        assertThat(outcome.notes()).noneMatch(note -> note.contains("could not be kept"));
        assertThat(play(SHIPPED)).isEqualTo(outcome);
    }

    @Test
    void whatIsRefusedAtNoonChangesWhatHappensLater() {
        aDay();
        Outcome before = play(SHIPPED);

        Outcome after = play(changed("destinationWaitLimit: 5", "destinationWaitLimit: 2"));

        assertThat(after.turns()).containsKey("allow → wait");
        assertThat(of(after, "recorded").sent()).isLessThan(of(before, "recorded").sent());
        assertThat(of(after, "recorded allow").waited()).isPositive();
        assertThat(of(after, "recorded").spentMicros())
                .isLessThan(of(before, "recorded").spentMicros());
    }

    @Test
    void aBlockThatDoesNotBeginAtNoonDoesNotHoldAtOne() {
        flood(12);
        playground.clock.advance(Duration.ofMinutes(20));
        Decision later = playground.sms("a-busy", PHONE, Playground.ELSEWHERE);
        assertThat(later.verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(play(SHIPPED).changed()).isZero();

        Outcome without = play(changed("destinationBlockLimit: 10", "destinationBlockLimit: 1000"));

        PolicyCost.Total blocked = of(without, "recorded block");
        assertThat(of(without, "recorded").blocks()).isZero();
        assertThat(without.turns()).containsKey("block → allow");
        assertThat(blocked.sent()).isPositive();
    }

    @Test
    void aCodeThatDoesNotLeaveIsNotTyped() {
        aDay();
        Outcome outcome = play(changed("accountBlockLimit: 15", "accountBlockLimit: 0"));

        assertThat(of(outcome, "recorded").sent()).isZero();
        assertThat(of(outcome, "recorded").verified()).isZero();
        assertThat(outcome.notes()).contains("a code that did not leave was not typed: 2 times");
    }

    private void aDay() {
        playground.account(
                "a-1",
                account ->
                        account.with(
                                playground.confirmed(
                                        Channel.SMS, new PhoneNumber("+447700900777"))));
        playground.tell(ReportedEvent.SIGN_IN_SUCCEEDED, "a-1", Playground.HOME, Severity.MINOR);
        pause();
        playground.sms("a-1", "+447700900777", Playground.HOME);
        pause();
        type("a-1", "+447700900777", false);
        pause();
        type("a-1", "+447700900777", true);
        pause();
        playground.sms("a-1", "+447700900777", Playground.ELSEWHERE);
        pause();
        playground.assess(Playground.mailing("a-2", "somebody@example.org", new Source("", "")));
        pause();
        playground.sms("a-3", "+33612345678", new Source("203.0.113.77", ""));
        flood(16);
        playground.clock.advance(Duration.ofHours(1));
        playground.sms("a-busy", PHONE, Playground.ELSEWHERE);
    }

    private void flood(int requests) {
        for (int i = 0; i < requests; i++) {
            playground.sms("a-busy", PHONE, Playground.ELSEWHERE);
            playground.clock.advance(Duration.ofSeconds(31));
        }
    }

    private void pause() {
        playground.clock.advance(Duration.ofMinutes(4));
    }

    private void type(String account, String number, boolean right) {
        Interaction check =
                Playground.asking(
                        InteractionKind.CHECK_CODE,
                        account,
                        new Method.Named(Channel.SMS, new PhoneNumber(number)),
                        Playground.HOME);
        playground.assess(
                check,
                (assessed, effects) -> {
                    effects.count(right ? ActivityEvent.CODE_VERIFIED : ActivityEvent.CHECK_FAILED);
                    return assessed.decision();
                });
    }

    private List<RecordedInteraction> recording() {
        return playground.memory.all(JournalEntry.RECORDS).map(PlaybackTest::recorded).toList();
    }

    private static RecordedInteraction recorded(JournalEntry entry) {
        Decision decision = entry.decision();
        return new RecordedInteraction(
                decision.id(),
                decision.at(),
                decision.interaction(),
                decision.verdict(),
                "pseudonym of " + decision.account(),
                Objects.toString(entry.destination(), ""),
                Objects.toString(entry.source(), ""),
                Objects.toString(entry.device(), ""),
                decision.ruleset(),
                decision.facts());
    }

    private static RuleSetFiles changed(String from, String to) {
        Map<String, String> policies = new TreeMap<>(SHIPPED.policies());
        policies.replaceAll((name, text) -> text.replace(from, to));
        RuleSetFiles changed = new RuleSetFiles(SHIPPED.rules(), policies, Map.of());
        assertThat(changed.policies()).isNotEqualTo(SHIPPED.policies());
        return changed;
    }

    private Outcome play(RuleSetFiles files) {
        try (RuleSet today = new RuleSetLoader(System::nanoTime).load(SHIPPED, Limits.PATIENT);
                RuleSet ruleSet = new RuleSetLoader(System::nanoTime).load(files, Limits.PATIENT);
                NetworkTables none = NetworkTables.open(List.of())) {
            return new Playback(recording(), today, none).run(ruleSet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PolicyCost.Total of(Outcome outcome, String kind) {
        return outcome.costs().stream()
                .filter(total -> total.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
