package io.verigate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A rule set as an archive, and archives that are none.
final class RuleSetBundleTest {
    private record Entry(String name, byte[] content) {
        Entry(String name, String text) {
            this(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatIsWrittenIsReadBack() {
        RuleSetFiles shipped = RuleSetFiles.read(Path.of("rules"), Path.of("policies"));

        byte[] bundle = RuleSetBundle.write(shipped);

        assertThat(RuleSetBundle.read(bundle)).isEqualTo(shipped);
        assertThat(RuleSetBundle.write(shipped)).isEqualTo(bundle);
    }

    @Test
    void whatHoldsNothingIsReadBackToo() {
        RuleSetFiles nothing = RuleSetFiles.of(Map.of());

        assertThat(RuleSetBundle.read(RuleSetBundle.write(nothing))).isEqualTo(nothing);
        assertThatThrownBy(() -> RuleSetBundle.read(new byte[0]))
                .hasMessageContaining("not a ZIP archive");
    }

    @Test
    void leavesOutThePageAndTheSchemas() throws IOException {
        byte[] bundle =
                zip(
                        new Entry("rules/", ""),
                        new Entry("rules/README.md", "# Rules"),
                        new Entry("policies/policy.schema.json", "{}"),
                        new Entry("policies/limits.yaml", "policy: limits\n"));

        RuleSetFiles read = RuleSetBundle.read(bundle);

        assertThat(read.policies()).containsOnlyKeys("policies/limits.yaml");
        assertThat(read.rules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../rules/evil.drl",
                "rules/../../evil.drl",
                "/etc/passwd",
                "C:\\rules\\evil.drl",
                "rules\\evil.drl",
                "rules/evil.drl/../../x.drl",
                "rules/evil.drl\u0000.txt",
                "rules/sub/evil.drl",
                "policies/.hidden.yaml",
                "META-INF/services/javax.script.ScriptEngineFactory",
                "io/verigate/rules/runtime/Findings.class",
                "rules/evil.class"
            })
    void refusesNamesThatAreNotOfARuleSet(String name) throws IOException {
        byte[] bundle = zip(new Entry(name, "x"));

        assertThatThrownBy(() -> RuleSetBundle.read(bundle))
                .isInstanceOfSatisfying(
                        InvalidRuleSetException.class,
                        faults ->
                                assertThat(faults.all().getFirst().gate())
                                        .isEqualTo(FenceGate.SOURCE))
                .hasMessageContaining("is not a file of a rule set");
    }

    @Test
    void refusesAFileThatIsThereTwice() throws IOException {
        byte[] bundle = zip(new Entry("rules/good.drl", "//a"), new Entry("rules/evil.drl", "//b"));
        // The library that packs refuses this, so the name is changed in place.
        byte[] twice =
                new String(bundle, StandardCharsets.ISO_8859_1)
                        .replace("rules/evil.drl", "rules/good.drl")
                        .getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> RuleSetBundle.read(twice)).hasMessageContaining("duplicate file");
    }

    @Test
    void refusesABomb() throws IOException {
        byte[] bundle = zip(new Entry("rules/bomb.drl", new byte[40 * 1024 * 1024]));
        byte[] left =
                zip(
                        new Entry("rules/README.md", new byte[3 * 1024 * 1024]),
                        new Entry("policies/a.schema.json", new byte[3 * 1024 * 1024]));

        assertThat(bundle.length).isLessThan(100_000);
        assertThatThrownBy(() -> RuleSetBundle.read(bundle))
                .hasMessageContaining("exceeds 4 MiB, the maximum of a rule set");
        assertThatThrownBy(() -> RuleSetBundle.read(left))
                .hasMessageContaining("exceeds 4 MiB, the maximum of a rule set");
    }

    @Test
    void readsBackTheLargestSetHoweverItShrinks() {
        String comment = "#".repeat(SourceText.LARGEST_SET);
        RuleSetFiles plain = RuleSetFiles.of(Map.of("policies/a.yaml", comment));

        assertThat(RuleSetBundle.read(RuleSetBundle.write(plain))).isEqualTo(plain);
    }

    @Test
    void refusesTooManyFiles() throws IOException {
        List<Entry> many = new ArrayList<>();
        for (int i = 0; i <= 500; i++) {
            many.add(new Entry("rules/r" + i + ".drl", ""));
        }
        byte[] bundle = zip(many.toArray(Entry[]::new));

        assertThatThrownBy(() -> RuleSetBundle.read(bundle))
                .hasMessageContaining("more than 500 files");
    }

    @Test
    void refusesWhatIsNoArchiveOrNoText() throws IOException {
        assertThatThrownBy(() -> RuleSetBundle.read(new byte[] {1, 2, 3}))
                .isInstanceOf(InvalidRuleSetException.class);
        assertThatThrownBy(() -> RuleSetBundle.read(new byte[RuleSetBundle.LARGEST + 1]))
                .hasMessageContaining("larger than 5 MiB");
        byte[] bundle = zip(new Entry("rules/latin.drl", new byte[] {(byte) 0xE9, 'a'}));
        assertThatThrownBy(() -> RuleSetBundle.read(bundle)).hasMessageContaining("UTF-8");
    }

    private static byte[] zip(Entry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Entry entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.content());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
