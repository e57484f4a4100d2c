package io.verigate.cli;

import io.verigate.analysis.regression.CaseOutcome;
import io.verigate.analysis.regression.RecordedAttempt;
import io.verigate.analysis.regression.Suite;
import io.verigate.analysis.regression.SuiteRunner;
import io.verigate.api.journal.ExplanationMapper;
import io.verigate.api.journal.ExplanationResponse;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.explain.Explanation;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSetLoader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Explains a case, or every decision of a timeline, with the rules of a folder.
record CaseExplainer(RulesFolder folder) {
    private static final Pattern LOCATION = Pattern.compile("[^:]+:[0-9]{1,6}");

    /// Returns the explanations by title.
    ///
    /// @param selector `file:line`, or part of a name
    /// @throws UsageException when it selects no case, or more than one
    Map<String, ExplanationResponse> explain(String selector) {
        RuleSetFiles files = folder.read();
        try (RuleSet ruleSet = new RuleSetLoader(System::nanoTime).load(files)) {
            SuiteRunner runner = new SuiteRunner(ruleSet, System::nanoTime);
            CaseOutcome selected =
                    select(runner.run(Suite.read(ruleSet.policies(), files.cases())), selector);
            Map<String, ExplanationResponse> explanations = new LinkedHashMap<>();
            for (RecordedAttempt attempt : attempts(selected, selector)) {
                String label = attempt.label().isEmpty() ? "" : ", " + attempt.label();
                explanations.put(
                        "%s:%d: %s%s"
                                .formatted(selected.file(), attempt.line(), selected.name(), label),
                        ExplanationMapper.toResponse(
                                Explanation.of(ruleSet, attempt.facts()), null, attempt.fired()));
            }
            return explanations;
        }
    }

    private static CaseOutcome select(List<CaseOutcome> all, String selector) {
        List<CaseOutcome> matches =
                LOCATION.matcher(selector).matches()
                        ? atLocation(all, selector)
                        : withName(all, selector);
        if (matches.size() > 1) {
            throw new UsageException(
                    "`%s` matches %d cases; use a longer part of the name, or a location such as `%s:%d`"
                            .formatted(
                                    selector,
                                    matches.size(),
                                    matches.getFirst().file(),
                                    matches.getFirst().line()));
        }
        if (matches.isEmpty()) {
            throw new UsageException(
                    "no decision or case matches `%s`; use the id of a decision, file:line of a case, or part of its name"
                            .formatted(selector));
        }
        return matches.getFirst();
    }

    /// The last case that starts at or before the line.
    private static List<CaseOutcome> atLocation(List<CaseOutcome> all, String location) {
        int colon = location.lastIndexOf(':');
        String file = Path.of(location.substring(0, colon)).getFileName().toString();
        int line = line(location);
        return all.stream()
                .filter(outcome -> outcome.file().endsWith("/" + file) && outcome.line() <= line)
                .max(Comparator.comparingInt(CaseOutcome::line))
                .stream()
                .toList();
    }

    private static List<CaseOutcome> withName(List<CaseOutcome> all, String name) {
        List<CaseOutcome> exact =
                all.stream().filter(outcome -> outcome.name().equals(name)).toList();
        String part = name.toLowerCase(Locale.ROOT);
        return exact.isEmpty()
                ? all.stream()
                        .filter(outcome -> outcome.name().toLowerCase(Locale.ROOT).contains(part))
                        .toList()
                : exact;
    }

    /// The decisions of one step when the location is inside it, else all of them.
    private static List<RecordedAttempt> attempts(CaseOutcome outcome, String selector) {
        int line = LOCATION.matcher(selector).matches() ? line(selector) : 0;
        int step =
                outcome.attempts().stream()
                        .mapToInt(RecordedAttempt::line)
                        .filter(start -> start <= line)
                        .max()
                        .orElse(0);
        return outcome.attempts().stream()
                .filter(attempt -> step == 0 || attempt.line() == step)
                .toList();
    }

    private static int line(String location) {
        return Integer.parseInt(location.substring(location.lastIndexOf(':') + 1));
    }
}
