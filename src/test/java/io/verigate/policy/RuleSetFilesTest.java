package io.verigate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
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

    @Test
    void tellsHowLargeASetIsAndMayBe() {
        String half = "#".repeat(SourceText.LARGEST_SET / 2);
        Map<String, String> most = Map.of("rules/a.drl", half, "policies/a.yaml", half);

        assertThat(RuleSetFiles.of(most).all()).hasSize(2);
        assertThatThrownBy(() ->
                        RuleSetFiles.of(
                                Map.of("rules/a.drl", half, "policies/a.yaml", half + "ééééé#")))
                .isInstanceOf(Faults.class)
                .hasMessageContaining("the rule set has 4097 KiB, and may have 4096 KiB");
        Map<String, String> many = new HashMap<>();
        for (int file = 0; file <= SourceText.MOST_FILES; file++) {
            many.put("rules/r" + file + ".drl", "");
        }
        assertThatThrownBy(() -> RuleSetFiles.of(many))
                .hasMessageContaining("the rule set has 501 files, and may have 500");
    }
}
