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
///
/// @param home the folder
record CaseExplanation(RulesFolder home) {
    private static final Pattern PLACE = Pattern.compile("[^:]+:[0-9]{1,6}");

    /// The explanations by what they are about.
    ///
    /// @param what `file:line`, or a part of a name
    /// @throws MisuseException when no case, or more than one, is meant
    Map<String, ExplanationResponse> explain(String what) {
        RuleSetFiles files = home.read();
        try (RuleSet ruleSet = new RuleSetLoader(System::nanoTime).load(files)) {
            SuiteRunner runner = new SuiteRunner(ruleSet, System::nanoTime);
            List<CaseOutcome> all = runner.run(Suite.read(ruleSet.policies(), files.cases()));
            CaseOutcome meant = one(all, what);
            Map<String, ExplanationResponse> told = new LinkedHashMap<>();
            for (RecordedAttempt attempt : attempts(meant, what)) {
                String label = attempt.label().isEmpty() ? "" : ", " + attempt.label();
                told.put(
                        "%s:%d: %s%s".formatted(meant.file(), attempt.line(), meant.name(), label),
                        ExplanationMapper.answer(
                                Explanation.of(ruleSet, attempt.facts()), null, attempt.fired()));
            }
            return told;
        }
    }

    private static CaseOutcome one(List<CaseOutcome> all, String what) {
        List<CaseOutcome> meant = PLACE.matcher(what).matches() ? at(all, what) : named(all, what);
        if (meant.size() > 1) {
            throw new MisuseException(
                    "`%s` is a part of %d names: give more of the name, or file:line, such as `%s:%d`"
                            .formatted(
                                    what,
                                    meant.size(),
                                    meant.getFirst().file(),
                                    meant.getFirst().line()));
        }
        if (meant.isEmpty()) {
            throw new MisuseException(
                    "there is no decision and no case `%s`: give the id of a decision, file:line of a case, or a part of its name"
                            .formatted(what));
        }
        return meant.getFirst();
    }

    /// The one that begins last before the line ends.
    private static List<CaseOutcome> at(List<CaseOutcome> all, String place) {
        int colon = place.lastIndexOf(':');
        String file = Path.of(place.substring(0, colon)).getFileName().toString();
        int line = line(place);
        return all.stream()
                .filter(outcome -> outcome.file().endsWith("/" + file) && outcome.line() <= line)
                .max(Comparator.comparingInt(CaseOutcome::line))
                .stream()
                .toList();
    }

    /// Those of one step when a line below the first is given; else all.
    private static List<RecordedAttempt> attempts(CaseOutcome meant, String what) {
        int line = PLACE.matcher(what).matches() ? line(what) : 0;
        int step =
                meant.attempts().stream()
                        .mapToInt(RecordedAttempt::line)
                        .filter(one -> one <= line)
                        .max()
                        .orElse(0);
        return step == 0
                ? meant.attempts()
                : meant.attempts().stream().filter(one -> one.line() == step).toList();
    }

    private static int line(String place) {
        return Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
    }

    private static List<CaseOutcome> named(List<CaseOutcome> all, String name) {
        List<CaseOutcome> exact = all.stream().filter(one -> one.name().equals(name)).toList();
        String part = name.toLowerCase(Locale.ROOT);
        return exact.isEmpty()
                ? all.stream()
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(part))
                        .toList()
                : exact;
    }
}
