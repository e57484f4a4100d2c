package io.verigate.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.policy.Diagnostic;
import io.verigate.policy.Policies;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.lint.RuleReview;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// `@source` was the name of `@requirement` in rule metadata. Rule sets that still use it load, with a warning.
final class DeprecatedMetadataTest {
    private static final RuleSetFiles SHIPPED =
            RuleSetFiles.read(Path.of("rules"), Path.of("policies"));
    private static final String FILE = "rules/unusual-activity.drl";
    private static final String NEW = "@requirement(\"S12\")";

    @Test
    void theOldNameIsReadAndItsLineIsReported() {
        RuleSetFiles files = change(NEW, "@source(\"S12\")");

        assertThat(RuleReview.of(files))
                .singleElement()
                .isEqualTo(
                        Diagnostic.warning(
                                FILE,
                                line(NEW),
                                4,
                                "deprecated",
                                "`@source` is deprecated: use `@requirement`"));
        assertThat(definitions(files)).isEqualTo(definitions(SHIPPED));
    }

    @Test
    void bothNamesOnOneRuleAreADuplicate() {
        RuleSetFiles files = change(NEW, "@source(\"S12\")\n  " + NEW);

        assertThat(RuleReview.of(files))
                .extracting(Diagnostic::toString)
                .containsExactly(
                        FILE + ":" + (line(NEW) + 1) + ":4: `@requirement` is given twice");
    }

    @Test
    void aMissingRequirementIsAnError() {
        assertThat(RuleReview.of(change(NEW + "\n", "\n")))
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .endsWith("`@requirement(\"…\")` is required");
    }

    private static List<RuleDefinition> definitions(RuleSetFiles files) {
        return new RuleCheck(Policies.read(files.policies()))
                .check(files.rules()).values().stream().map(RuleConditions::rule).toList();
    }

    private static int line(String part) {
        String text = SHIPPED.all().getOrDefault(FILE, "");
        return (int) text.substring(0, text.indexOf(part)).lines().count();
    }

    private static RuleSetFiles change(String before, String after) {
        Map<String, String> all = new TreeMap<>(SHIPPED.all());
        String text = all.getOrDefault(FILE, "");
        int at = text.indexOf(before);
        all.put(FILE, text.substring(0, at) + after + text.substring(at + before.length()));
        return RuleSetFiles.of(all);
    }
}
