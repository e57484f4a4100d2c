package io.verigate.analysis.regression;

import io.verigate.analysis.InMemoryService;
import io.verigate.assessment.AssessmentContext;
import io.verigate.ledger.InMemoryLedger;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.RegressionCase;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.rules.runtime.CaseRunner;
import io.verigate.rules.runtime.RuleFailure;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.signal.NetworkTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;

/// Runs cases and timelines against one rule set, in memory. Thread-safe.
public final class SuiteRunner {
    /// As many faults as anybody reads; the rest is not tried then.
    private static final int MAX_SHOWN = 1_000;

    private final RuleSet ruleSet;
    private final AssessmentContext context;
    private final LongSupplier nanoTime;
    private final ObjIntConsumer<String> next;
    private final Predicate<RecordedAttempt> kept;

    /// @param ruleSet stays open
    /// @param nanoTime counts nanoseconds from any beginning
    public SuiteRunner(RuleSet ruleSet, LongSupplier nanoTime) {
        this(ruleSet, nanoTime, (file, line) -> {});
    }

    /// @param ruleSet stays open
    /// @param nanoTime counts nanoseconds from any beginning
    /// @param next hears before every decision in which file and line it stands, and may throw to end the run
    public SuiteRunner(RuleSet ruleSet, LongSupplier nanoTime, ObjIntConsumer<String> next) {
        this(ruleSet, nanoTime, next, attempt -> true);
    }

    /// @param next hears before every decision in which file and line it stands, and may throw to end the run
    /// @param kept which decisions an outcome has: with its facts, each takes a kilobyte
    private SuiteRunner(
            RuleSet ruleSet,
            LongSupplier nanoTime,
            ObjIntConsumer<String> next,
            Predicate<RecordedAttempt> kept) {
        this.ruleSet = ruleSet.unhurried();
        this.nanoTime = nanoTime;
        this.next = next;
        this.kept = kept;
        this.context = InMemoryService.context(NetworkTables.none());
    }

    /// Runs everything in some files of cases, and tells how many there are.
    ///
    /// @param files text by name
    /// @param next hears before every decision in which file and line it stands, and may throw to end the run
    /// @throws Faults when one cannot be read or does not hold, each with its place
    public static int allHold(
            RuleSet ruleSet, Map<String, String> files, ObjIntConsumer<String> next) {
        Suite suite = Suite.read(ruleSet.policies(), files);
        SuiteRunner runner = new SuiteRunner(ruleSet, () -> 0, next, RecordedAttempt::fails);
        List<Diagnostic> broken = new ArrayList<>();
        Consumer<CaseOutcome> look =
                outcome -> {
                    outcome.attempts().stream()
                            .limit(MAX_SHOWN - broken.size())
                            .forEach(attempt -> broken.add(broken(outcome, attempt)));
                    if (broken.size() == MAX_SHOWN) {
                        throw new InvalidRuleSetException(broken);
                    }
                };
        suite.cases().forEach(one -> look.accept(runner.run(one)));
        suite.timelines().forEach(one -> look.accept(runner.run(one)));
        if (!broken.isEmpty()) {
            throw new InvalidRuleSetException(broken);
        }
        return suite.size();
    }

    private static Diagnostic broken(CaseOutcome outcome, RecordedAttempt attempt) {
        String where = attempt.label().isEmpty() ? "" : " in " + attempt.label();
        return new Diagnostic(
                outcome.file(),
                attempt.line(),
                0,
                "the case `%s` does not hold%s: %s"
                        .formatted(
                                outcome.name(), where, String.join("; ", attempt.differences())));
    }

    /// Runs everything, in the order of the files.
    public List<CaseOutcome> run(Suite suite) {
        List<CaseOutcome> outcomes = new ArrayList<>();
        suite.cases().forEach(one -> outcomes.add(run(one)));
        suite.timelines().forEach(one -> outcomes.add(run(one)));
        return List.copyOf(outcomes);
    }

    /// Runs one case.
    public CaseOutcome run(RegressionCase one) {
        return timed(
                one.file(),
                one.line(),
                one.name(),
                made -> {
                    next.accept(one.file(), one.line());
                    CaseRunner.Result result = new CaseRunner(ruleSet).run(one);
                    made.accept(
                            new RecordedAttempt(
                                    one.line(),
                                    "",
                                    result.facts(),
                                    result.fired(),
                                    List.of(one.expected()),
                                    result.differences()));
                });
    }

    /// Runs one timeline.
    public CaseOutcome run(Timeline timeline) {
        return timed(
                timeline.file(),
                timeline.line(),
                timeline.name(),
                made ->
                        new TimelineRun(
                                        timeline,
                                        new InMemoryDriver(
                                                new InMemoryService(
                                                        new InMemoryLedger(),
                                                        new ActiveRuleSet(ruleSet),
                                                        context,
                                                        timeline.start())),
                                        ruleSet.policies())
                                .run(next, made));
    }

    private CaseOutcome timed(
            String file, int line, String name, Consumer<Consumer<RecordedAttempt>> work) {
        long start = nanoTime.getAsLong();
        List<RecordedAttempt> attempts = new ArrayList<>();
        try {
            work.accept(attempt -> {
                if (kept.test(attempt)) {
                    attempts.add(attempt);
                }
            });
        } catch (RuleFailure e) {
            attempts.add(failed(line, e));
        }
        return new CaseOutcome(
                file, line, name, attempts, Duration.ofNanos(nanoTime.getAsLong() - start));
    }

    /// A rule that cannot be run to its end breaks its case, and not the others.
    private RecordedAttempt failed(int line, RuleFailure failure) {
        return new RecordedAttempt(
                line,
                "",
                ruleSet.policies().schema().builder().build(),
                List.of(),
                List.of(),
                List.of(String.valueOf(failure.getMessage())));
    }
}
