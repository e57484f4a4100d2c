package io.verigate.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.policy.Faults;
import io.verigate.policy.RuleSetFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

final class BundleTest {
    @Test
    void givesTheSameBytesForTheSameFiles() {
        RuleSetFiles files =
                RuleSetFiles.of(Map.of("rules/a.drl", "a", "policies/a.yaml", "policy: a"));

        assertThat(Bundle.pack(files)).isEqualTo(Bundle.pack(Bundle.unpack(Bundle.pack(files))));
    }

    @Test
    void refusesNamesThatLeadOutside() throws IOException {
        byte[] archive = archive("rules/../../etc/passwd", new byte[1]);

        assertThatThrownBy(() -> Bundle.unpack(archive))
                .isInstanceOf(Faults.class)
                .hasMessageContaining("rules/../../etc/passwd");
    }

    @Test
    void refusesWhatUnpacksToMoreThanAnyRuleSetNeeds() throws IOException {
        byte[] archive = archive("rules/a.drl", new byte[40 * 1024 * 1024]);

        assertThat(archive.length).isLessThan(100_000);
        assertThatThrownBy(() -> Bundle.unpack(archive))
                .isInstanceOf(Faults.class)
                .hasMessageContaining("larger than 2 MiB");
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

    private static byte[] archive(String name, byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text);
        }
        return bytes.toByteArray();
    }
}
