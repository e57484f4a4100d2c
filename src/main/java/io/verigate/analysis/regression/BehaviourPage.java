package io.verigate.analysis.regression;

import io.verigate.policy.RegressionCase;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.check.RuleDefinition;
import io.verigate.rules.runtime.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes, as Markdown, what the service is for, and where it stands: rules, values, cases and timelines of every
/// behaviour.
public final class BehaviourPage {
    private final StringBuilder page = new StringBuilder();

    private BehaviourPage() {}

    /// The whole page for one rule set.
    ///
    /// @param ruleSet made of the files
    public static String of(RuleSet ruleSet, RuleSetFiles files) {
        BehaviourPage page = new BehaviourPage();
        Evidence.all(ruleSet, files).forEach(page::behaviour);
        return page.page.toString().stripTrailing();
    }

    private void behaviour(Evidence evidence) {
        page.append(page.isEmpty() ? "" : "\n")
                .append(
                        "### %s %s\n\n"
                                .formatted(evidence.behaviour().id(), evidence.behaviour().name()))
                .append(evidence.behaviour().means())
                .append("\n\n");
        line("rules", rules(evidence.rules()));
        line("tests", evidence.behaviour().tests().stream().map(BehaviourPage::code).toList());
        line(
                "values",
                evidence.values().entrySet().stream()
                        .map(value -> code(value.getKey()) + " " + value.getValue())
                        .toList());
        line("cases", counted(evidence.cases()));
        evidence.timelines().forEach(timeline -> timeline(evidence, timeline));
    }

    private void line(String title, List<String> items) {
        if (!items.isEmpty()) {
            page.append("- ")
                    .append(title)
                    .append(": ")
                    .append(String.join(", ", items))
                    .append('\n');
        }
    }

    private void timeline(Evidence evidence, Timeline timeline) {
        page.append(
                "- timeline in %s: %s\n"
                        .formatted(
                                stem(timeline.file()),
                                timeline.name().substring(evidence.behaviour().prefix().length())));
    }

    private static List<String> counted(List<RegressionCase> cases) {
        Map<String, Long> counted =
                cases.stream()
                        .collect(
                                Collectors.groupingBy(
                                        RegressionCase::file, TreeMap::new, Collectors.counting()));
        return counted.entrySet().stream()
                .map(file -> file.getValue() + " in " + stem(file.getKey()))
                .toList();
    }

    private static List<String> rules(List<RuleDefinition> rules) {
        Map<String, String> byFile =
                rules.stream()
                        .collect(
                                Collectors.groupingBy(
                                        RuleDefinition::file,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                RuleDefinition::id, Collectors.joining(" "))));
        return byFile.entrySet().stream()
                .map(file ->
                        "%s in [%s](../%s)"
                                .formatted(
                                        file.getValue(),
                                        code(file.getKey().replaceFirst("^rules/", "")),
                                        file.getKey()))
                .toList();
    }

    private static String stem(String file) {
        return code(file.replaceFirst("^policies/", ""));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
