package io.verigate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of a rule set, and the name of what they say.
final class RuleSetFilesTest {
    @TempDir private Path home;
    private Path rules;
    private Path policies;

    @BeforeEach
    void make() throws IOException {
        rules = Files.createDirectories(home.resolve("rules"));
        policies = Files.createDirectories(home.resolve("policies"));
    }

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
                .isInstanceOf(InvalidRuleSetException.class)
                .hasMessageContaining("the rule set has 4097 KiB, and the maximum is 4096 KiB");
        Map<String, String> many = new HashMap<>();
        for (int file = 0; file <= SourceText.MAX_FILES; file++) {
            many.put("rules/r" + file + ".drl", "");
        }
        assertThatThrownBy(() -> RuleSetFiles.of(many))
                .hasMessageContaining("the rule set has 501 files, and the maximum is 500");
    }

    @Test
    void refusesALinkThatLeadsOutOfItsFolderAndTellsNothingOfItsTarget() throws IOException {
        Files.writeString(home.resolve("admin.key"), "vg_secret");
        Files.createSymbolicLink(rules.resolve("x.drl"), Path.of("../admin.key"));

        assertThatThrownBy(() -> RuleSetFiles.read(rules, policies))
                .hasMessageContaining("rules/x.drl:0:0: the file is a link to outside")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("admin.key");
    }

    @Test
    void followsLinksInsideAsVolumesOfKubernetesHaveThem() throws IOException {
        Files.createDirectories(rules.resolve("..2026_11_23"));
        Files.writeString(rules.resolve("..2026_11_23/a.drl"), "// a");
        Files.createSymbolicLink(rules.resolve("..data"), Path.of("..2026_11_23"));
        Files.createSymbolicLink(rules.resolve("a.drl"), Path.of("..data/a.drl"));

        assertThat(RuleSetFiles.read(rules, policies).rules())
                .containsExactly(Map.entry("rules/a.drl", "// a"));
        assertThat(RuleSetFiles.unread(rules, policies)).isEmpty();
    }

    @Test
    void warnsOfFilesThatAreNotRead() throws IOException {
        Files.createDirectories(rules.resolve("sub.drl"));
        Files.createSymbolicLink(rules.resolve("gone.drl"), Path.of("nowhere.drl"));
        for (String name : List.of("y.DRL", "README.md", ".x.drl.swp", "a.drl")) {
            Files.writeString(rules.resolve(name), "");
        }
        for (String name : List.of("x.yml", "policy.schema.json", "a.cases.yaml")) {
            Files.writeString(policies.resolve(name), "");
        }

        assertThat(RuleSetFiles.unread(rules, policies))
                .extracting(Diagnostic::file)
                .containsExactly(
                        "rules/gone.drl", "rules/sub.drl", "rules/y.DRL", "policies/x.yml");
        assertThat(RuleSetFiles.unread(rules, policies))
                .allSatisfy(fault -> assertThat(fault.isError()).isFalse())
                .last()
                .satisfies(
                        fault -> assertThat(fault.message()).contains("does not end in `.yaml`"));
    }
}
