package io.verigate.analysis.regression;

import io.verigate.decision.SpellingSuggestion;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.Policies;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.check.RuleDefinition;
import io.verigate.rules.explain.Coverage;
import io.verigate.rules.lint.RuleReview;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSetLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// Everything that can be said about a rule set before it decides anything: faults of rules, policies and cases, what
/// the fence refuses, and rules that no case tries.
public final class RuleSetCheck {
    private final RuleSetFiles files;
    // A check on a busy machine is no decision that has to be in time, so its clock stands still.
    private final LongSupplier nanoTime = () -> 0;
    private final List<Diagnostic> faults = new ArrayList<>();
    private int rules;
    private int cases;

    private RuleSetCheck(RuleSetFiles files) {
        this.files = files;
    }

    /// What was found.
    ///
    /// @param rules how many could be read; 0 when there are errors
    /// @param cases how many could be read; 0 when there are errors
    /// @param faults errors and warnings, in the order of the files
    public record Result(String revision, int rules, int cases, List<Diagnostic> faults) {
        /// Whether the rule set may be used: there are warnings at most.
        public boolean usable() {
            return faults.stream().noneMatch(Diagnostic::isError);
        }

        /// The same, with more that was found.
        public Result with(List<Diagnostic> more) {
            TreeSet<Diagnostic> all = new TreeSet<>(faults);
            all.addAll(more);
            return new Result(revision, rules, cases, List.copyOf(all));
        }
    }

    /// Checks, compiles and tries.
    public static Result of(RuleSetFiles files) {
        RuleSetCheck check = new RuleSetCheck(files);
        check.run();
        return new Result(
                files.revision(),
                check.rules,
                check.cases,
                List.copyOf(new TreeSet<>(check.faults)));
    }

    private void run() {
        faults.addAll(RuleReview.of(files));
        try {
            Policies policies = Policies.read(files.policies());
            Suite suite = Suite.read(policies, files.cases());
            if (faults.stream().noneMatch(Diagnostic::isError)) {
                load(suite);
            }
        } catch (InvalidRuleSetException found) {
            // Both readers report errors of policies and rules; equal ones are reported once.
            faults.addAll(found.all());
        }
    }

    private void load(Suite suite) {
        try (RuleSet ruleSet = new RuleSetLoader(nanoTime).load(files)) {
            rules = ruleSet.rules().size();
            cases = suite.size();
            List<CaseOutcome> outcomes = new SuiteRunner(ruleSet, nanoTime).run(suite);
            Coverage coverage =
                    Coverage.of(
                            ruleSet,
                            outcomes.stream()
                                    .flatMap(outcome -> outcome.attempts().stream())
                                    .map(RecordedAttempt::facts)
                                    .toList());
            coverage.rules().forEach(this::untried);
            outcomes.forEach(outcome -> unknownRules(outcome, ruleSet));
        }
    }

    /// A case that expects a rule which is not there.
    private void unknownRules(CaseOutcome outcome, RuleSet ruleSet) {
        List<String> ids = ruleSet.rules().stream().map(RuleDefinition::id).toList();
        for (RecordedAttempt attempt : outcome.attempts()) {
            attempt.expected().stream()
                    .flatMap(expectation -> expectation.rules().stream())
                    .filter(id -> !ids.contains(id))
                    .forEach(id ->
                            faults.add(
                                    new Diagnostic(
                                                    outcome.file(),
                                                    attempt.line(),
                                                    0,
                                                    "there is no rule `%s`%s"
                                                            .formatted(
                                                                    id,
                                                                    SpellingSuggestion.question(
                                                                            id, ids)))
                                            .about("id")));
        }
    }

    private void untried(Coverage.OfRule tried) {
        RuleDefinition rule = tried.rule();
        if (tried.fired() == 0) {
            untried(rule, "rule %s fires in no case: add one".formatted(rule.id()));
        } else if (tried.nearMisses() == 0) {
            untried(
                    rule,
                    "rule %s has no near miss: add a case in which all but one of its conditions hold"
                            .formatted(rule.id()));
        }
    }

    private void untried(RuleDefinition rule, String message) {
        String cases = rule.file().replaceFirst("^rules/(.*)\\.drl$", "policies/$1.cases.yaml");
        faults.add(
                Diagnostic.warning(
                        rule.file(), rule.line(), 6, "no-case", message + " to `" + cases + "`"));
    }

    /// How errors and warnings are counted, in words.
    public static String counted(List<Diagnostic> faults) {
        long errors = faults.stream().filter(Diagnostic::isError).count();
        long warnings = faults.size() - errors;
        return List.of(words(errors, "error"), words(warnings, "warning")).stream()
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String words(long count, String word) {
        return count == 0 ? "" : count == 1 ? "1 " + word : count + " " + word + "s";
    }
}
