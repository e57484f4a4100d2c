package io.verigate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Files of a rule set, and the name of what they say.
final class RuleSetFilesTest {
    @Test
    void tellsTheRevisionsOfDifferentFilesApart() {
        String revision = RuleSetFiles.of(Map.of("rules/a.drl", "ab")).revision();

        assertThat(RuleSetFiles.of(Map.of("rules/a.drl", "a")).revision()).isNotEqualTo(revision);
        assertThat(RuleSetFiles.of(Map.of("rules/b.drl", "ab")).revision()).isNotEqualTo(revision);
        assertThat(
                        RuleSetFiles.of(
                                        Map.of(
                                                "rules/a.drl",
                                                "ab",
                                                "policies/a.cases.yaml",
                                                "cases: []"))
                                .revision())
                .isNotEqualTo(revision);
        assertThat(revision).matches("[0-9a-f]{16}");
    }
}
