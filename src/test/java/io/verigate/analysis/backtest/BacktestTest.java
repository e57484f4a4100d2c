package io.verigate.analysis.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.analysis.replay.Period;
import io.verigate.analysis.replay.ProgressListener;
import io.verigate.analysis.replay.Replay;
import io.verigate.analysis.replay.ReplayReport;
import io.verigate.assessment.Playground;
import io.verigate.assessment.ShippedRules;
import io.verigate.decision.Decision;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Verdict;
import io.verigate.journal.JournalEntry;
import io.verigate.policy.RuleSetFiles;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What another rule set would have decided, and whether the same one decides the same.
final class BacktestTest {
    private static final String VOLUME = "policies/request-volume.yaml";
    private static final Period ALWAYS =
            new Period(Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"));
    private static final RuleSetFiles SHIPPED = ShippedRules.files();

    private final Playground playground = new Playground();
    private final List<VerifiedCodes.Code> verified = new ArrayList<>();

    @Test
    void theSameRulesChangeNothing() {
        aDay();

        BacktestReport report = backtest(SHIPPED, 2, ProgressListener.NONE);

        assertThat(report.complete()).isTrue();
        assertThat(report.decisions())
                .isEqualTo(playground.memory.all(JournalEntry.RECORDS).count());
        assertThat(report.changed() + report.retimed() + report.reworded()).isZero();
        assertThat(report.blind()).isEmpty();
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void tellsWhatChangesByVerdictRuleReasonRegionAndMoney() {
        playground.sms("a-1", "+447700900301", Playground.HOME);
        playground.sms("a-2", "+447700900302", Playground.ELSEWHERE);

        BacktestReport report =
                backtest(limit("destinationWaitLimit: 5", "destinationWaitLimit: 0"));

        assertThat(report.verdicts()).containsExactly(new BacktestReport.Turn("allow", "wait", 2));
        assertThat(report.rules()).containsExactly(new BacktestReport.Shift("HV-001", 2, 0));
        assertThat(report.reasons()).containsExactly(new BacktestReport.Shift("high-volume", 2, 0));
        assertThat(report.notSent().messages()).isEqualTo(2);
        assertThat(report.notSent().cost()).isEqualByComparingTo(new BigDecimal("0.12"));
        assertThat(report.notSent().currency()).isEqualTo("EUR");
        assertThat(report.regions()).hasSize(1);
        assertThat(report.regions().getFirst().region()).isEqualTo("GB");
        assertThat(report.regions().getFirst().stricter()).isEqualTo(2);
    }

    @Test
    void tellsWhoWouldHaveBeenHurt() {
        Decision proven = playground.sms("a-1", "+447700900301", Playground.HOME);
        Decision later = playground.sms("a-2", "+447700900302", Playground.ELSEWHERE);
        playground.sms("a-3", "+447700900303", Playground.ELSEWHERE);
        verified.add(new VerifiedCodes.Code("a-1", proven.id(), proven.at()));
        verified.add(new VerifiedCodes.Code("a-2", "d-other", later.at().plusSeconds(90)));
        verified.add(
                new VerifiedCodes.Code("a-3", "d-other", later.at().plus(Duration.ofHours(25))));

        BacktestReport.Hurt hurt =
                backtest(limit("destinationWaitLimit: 5", "destinationWaitLimit: 0")).hurt();

        assertThat(hurt.refusedAccounts()).isEqualTo(3);
        assertThat(hurt.verified()).isEqualTo(1);
        assertThat(hurt.verifiedLater()).isEqualTo(1);
        assertThat(hurt.examples()).containsExactlyInAnyOrder(proven.id(), later.id());
    }

    @Test
    void aCounterThatNobodyRecordedIsUnknownAndNotZero() {
        playground.sms("a-1", "+447700900301", Playground.HOME);
        RuleSetFiles candidate =
                limit(
                        "counters:",
                        "counters:\n  requestsFromNetwork1h: { event: code-request, per: network, within: 1h }");

        BacktestReport report = backtest(candidate);

        assertThat(report.blind())
                .containsExactly(new BacktestReport.Blind("requestsFromNetwork1h", 1, List.of()));
    }

    @Test
    void namesTheRulesThatAMissingCounterBlinds() {
        playground.sms("a-1", "+447700900301", Playground.HOME);
        RuleSetFiles candidate =
                limit("per: destination, within: 10m", "per: destination, within: 20m");

        assertThat(backtest(candidate).blind())
                .containsExactly(
                        new BacktestReport.Blind("requestsToDestination10m", 1, List.of("HV-001")));
    }

    @Test
    void findsACounterUnderAnotherName() {
        for (int i = 0; i < 7; i++) {
            playground.sms("a-1", "+447700900301", Playground.HOME);
        }
        Map<String, String> rules = new TreeMap<>(SHIPPED.rules());
        Map<String, String> policies = new TreeMap<>(SHIPPED.policies());
        rules.replaceAll((name, text) -> text.replace("requestsToDestination10m", "asked"));
        policies.replaceAll((name, text) -> text.replace("requestsToDestination10m", "asked"));

        BacktestReport report = backtest(new RuleSetFiles(rules, policies, Map.of()));

        assertThat(report.blind()).isEmpty();
        assertThat(report.changed() + report.retimed() + report.reworded()).isZero();
    }

    @Test
    void saysWhenTheRuleSetThatDecidedIsNotStored() {
        playground.sms("a-1", "+447700900301", Playground.HOME);
        BacktestReport report =
                new Backtest(
                                filter -> log(),
                                revision -> Optional.empty(),
                                this::codes,
                                System::nanoTime)
                        .run(SHIPPED, ALWAYS, 1, ProgressListener.NONE);

        assertThat(report.notes()).hasSize(1).first().asString().contains("not stored");
    }

    @Test
    void whatIsStoppedEarlySaysSo() {
        aDay();
        BacktestReport report = backtest(SHIPPED, 1, (decisions, at) -> decisions == 0);

        assertThat(report.complete()).isFalse();
        assertThat(report.decisions()).isPositive();
        assertThat(report.reached()).isBefore(ALWAYS.to());
    }

    @Test
    void everyDecisionIsReplayedTheSame() {
        aDay();

        ReplayReport report = replay(log());

        assertThat(report.differences()).isEmpty();
        assertThat(report.proven()).isTrue();
        assertThat(report.decisions())
                .isEqualTo(playground.memory.all(JournalEntry.RECORDS).count());
    }

    @Test
    void aDecisionThatWasTamperedWithIsNamedWithWhatDiffers() {
        Decision honest = playground.sms("a-1", "+447700900301", Playground.HOME);
        JournalEntry entry = playground.memory.all(JournalEntry.RECORDS).findFirst().orElseThrow();
        Map<String, Object> facts = new TreeMap<>(honest.facts());
        facts.put("requestsToDestination10m", 6L);
        JournalEntry doctored = with(entry, facts, Verdict.ALLOW);

        ReplayReport report = replay(new LogInMemory(List.of(doctored).stream()));

        assertThat(report.proven()).isFalse();
        assertThat(report.differences()).hasSize(1);
        assertThat(report.differences().getFirst().decision()).isEqualTo(honest.id());
        assertThat(report.differences().getFirst().parts())
                .extracting(ReplayReport.Part::name)
                .contains("verdict", "fired", "until");
    }

    @Test
    void whatCannotBeReplayedIsNoProof() {
        playground.sms("a-1", "+447700900301", Playground.HOME);
        ReplayReport report =
                new Replay(filter -> log(), revision -> Optional.empty(), System::nanoTime)
                        .run(ALWAYS, null, 1, ProgressListener.NONE);

        assertThat(report.proven()).isFalse();
        assertThat(report.unstored())
                .containsExactly(new ReplayReport.Unstored(SHIPPED.revision(), 1));
    }

    @Test
    void passesOverARuleSetThatCanNoLongerBeRead() {
        playground.sms("a-1", "+447700900301", Playground.HOME);
        ReplayReport report =
                new Replay(
                                filter -> log(),
                                revision ->
                                        Optional.of(
                                                RuleSetFiles.of(Map.of("policies/x.yaml", "x: y"))),
                                System::nanoTime)
                        .run(ALWAYS, null, 1, ProgressListener.NONE);

        assertThat(report.unstored())
                .containsExactly(new ReplayReport.Unstored(SHIPPED.revision(), 1));
    }

    /// Waits, blocks that begin, hold and begin anew, a report, and advice.
    private void aDay() {
        for (int i = 0; i < 14; i++) {
            playground.sms("a-1", "+447700900301", Playground.HOME);
            playground.clock.advance(Duration.ofMinutes(3));
        }
        playground.sms("a-2", "+447700900301", Playground.ELSEWHERE);
        playground.sms("a-2", "+93701234567", Playground.ELSEWHERE);
        playground.tell(ReportedEvent.TERMS_VIOLATION, "a-3", Playground.ELSEWHERE, Severity.MAJOR);
        playground.sms("a-3", "+447700900305", Playground.ELSEWHERE);
        for (int i = 0; i < 8; i++) {
            playground.sms("b-" + i, "+44770090040" + i, Playground.ELSEWHERE);
        }
    }

    private static RuleSetFiles limit(String old, String next) {
        Map<String, String> policies = new TreeMap<>(SHIPPED.policies());
        policies.computeIfPresent(VOLUME, (name, text) -> text.replace(old, next));
        assertThat(policies).isNotEqualTo(SHIPPED.policies());
        return new RuleSetFiles(SHIPPED.rules(), policies, SHIPPED.cases());
    }

    private BacktestReport backtest(RuleSetFiles candidate) {
        return backtest(candidate, 1, ProgressListener.NONE);
    }

    private BacktestReport backtest(RuleSetFiles candidate, int threads, ProgressListener watch) {
        return new Backtest(filter -> log(), BacktestTest::stored, this::codes, System::nanoTime)
                .run(candidate, ALWAYS, threads, watch);
    }

    private static ReplayReport replay(LogInMemory log) {
        return new Replay(filter -> log, BacktestTest::stored, System::nanoTime)
                .run(ALWAYS, null, 1, ProgressListener.NONE);
    }

    private static Optional<RuleSetFiles> stored(String revision) {
        return Optional.of(SHIPPED).filter(files -> files.revision().equals(revision));
    }

    private LogInMemory log() {
        return new LogInMemory(playground.memory.all(JournalEntry.RECORDS));
    }

    private List<VerifiedCodes.Code> codes(Collection<String> accounts, Instant from, Instant to) {
        return verified.stream()
                .filter(code -> accounts.contains(code.account()))
                .filter(code -> !code.sentAt().isBefore(from) && code.sentAt().isBefore(to))
                .toList();
    }

    private static JournalEntry with(
            JournalEntry entry, Map<String, Object> facts, Verdict verdict) {
        Decision was = entry.decision();
        Decision now =
                new Decision(
                        was.id(),
                        was.at(),
                        was.interaction(),
                        was.account(),
                        verdict,
                        was.until(),
                        was.repeatAt(),
                        was.reasons(),
                        was.block(),
                        was.methods(),
                        was.advice(),
                        was.route(),
                        was.sender(),
                        was.ruleset(),
                        was.fired(),
                        was.losers(),
                        was.shadows(),
                        facts);
        return new JournalEntry(
                now,
                entry.channel(),
                entry.hint(),
                entry.region(),
                entry.destination(),
                entry.source(),
                entry.device());
    }
}
