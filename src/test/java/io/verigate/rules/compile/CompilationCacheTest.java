package io.verigate.rules.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.assessment.ShippedRules;
import io.verigate.policy.CaseReader;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.FenceGate;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.RegressionCase;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.runtime.CaseRunner;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSetLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// What rules were compiled to before is as good as compiled anew, and passes the same gates.
final class CompilationCacheTest {
    private final Map<String, byte[]> kept = new HashMap<>();
    private final RuleSetFiles files = ShippedRules.files();
    private final RuleSetLoader loader =
            new RuleSetLoader(
                    System::nanoTime,
                    took -> {},
                    new CompilationCache() {
                        @Override
                        public Optional<byte[]> find(String name) {
                            return Optional.ofNullable(kept.get(name));
                        }

                        @Override
                        public void keep(String name, byte[] content) {
                            assertThat(kept.put(name, content)).as("compiled twice").isNull();
                        }
                    });

    @Test
    void decidesAsBefore() {
        loader.load(files).close();
        assertThat(kept).containsOnlyKeys(files.digest() + ".compiled");

        // Two of them at the same time do not get into each other's way.
        RuleSet other = loader.load(files);
        try (RuleSet again = loader.load(files)) {
            other.close();
            List<RegressionCase> cases =
                    new CaseReader(again.policies().schema()).read(files.cases());

            assertThat(again.rules()).isNotEmpty();
            assertThat(cases).isNotEmpty().allMatch(one -> new CaseRunner(again).run(one).holds());
        }
    }

    @Test
    void refusesWhatRulesWereNotCompiledTo() {
        loader.load(files).close();
        kept.replaceAll((name, module) -> withStranger(module));

        assertThatThrownBy(() -> loader.load(files))
                .isInstanceOfSatisfying(
                        InvalidRuleSetException.class,
                        faults ->
                                assertThat(faults.all())
                                        .extracting(Diagnostic::gate)
                                        .contains(FenceGate.BYTECODE));
    }

    /// The same module with one class more.
    private static byte[] withStranger(byte[] module) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(module));
                ZipOutputStream out = new ZipOutputStream(bytes);
                InputStream stranger = stranger()) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                add(out, entry.getName(), in);
            }
            add(out, RequestSource.PACKAGE.replace('.', '/') + "/Stranger.class", stranger);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static InputStream stranger() {
        String name = CompilationCacheTest.class.getSimpleName() + ".class";
        return Objects.requireNonNull(CompilationCacheTest.class.getResourceAsStream(name));
    }

    private static void add(ZipOutputStream out, String name, InputStream content)
            throws IOException {
        out.putNextEntry(new ZipEntry(name));
        content.transferTo(out);
        out.closeEntry();
    }
}
