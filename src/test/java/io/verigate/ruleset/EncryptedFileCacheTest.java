package io.verigate.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.crypto.KeyRing;
import io.verigate.crypto.Sealer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EncryptedFileCacheTest {
    private static final byte[] CONTENT = "compiled".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path home;
    private Path folder;
    private Sealer sealer;
    private EncryptedFileCache memory;

    @BeforeEach
    void open() {
        folder = home.resolve("rulesets");
        sealer = KeyRing.read(home.resolve("keys"), true).sealer();
        memory = new EncryptedFileCache(folder, sealer, "one");
    }

    @Test
    void remembersForTheSameBuild() {
        assertThat(memory.find("a.compiled")).isEmpty();

        memory.keep("a.compiled", CONTENT);

        assertThat(new EncryptedFileCache(folder, sealer, "one").find("a.compiled"))
                .contains(CONTENT);
        assertThat(new EncryptedFileCache(folder, sealer, "two").find("a.compiled")).isEmpty();
    }

    @Test
    void givesNothingBackThatWasChangedMovedOrMadeElsewhere() throws IOException {
        memory.keep("a.compiled", CONTENT);
        Files.copy(folder.resolve("a.compiled"), folder.resolve("b.compiled"));
        Sealer others = KeyRing.read(home.resolve("other-keys"), true).sealer();
        new EncryptedFileCache(folder, others, "one").keep("c.compiled", CONTENT);
        Files.write(folder.resolve("d.compiled"), CONTENT);

        assertThat(memory.find("b.compiled")).isEmpty();
        assertThat(memory.find("c.compiled")).isEmpty();
        assertThat(memory.find("d.compiled")).isEmpty();

        byte[] changed = Files.readAllBytes(folder.resolve("a.compiled"));
        changed[changed.length - 1] ^= 1;
        Files.write(folder.resolve("a.compiled"), changed);
        assertThat(memory.find("a.compiled")).isEmpty();
    }

    @Test
    void keepsAFewAndGoesOnWhereItCannotWrite() throws IOException {
        for (int i = 0; i < 40; i++) {
            memory.keep(i + ".cases", CONTENT);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSizeLessThan(20);
        }

        Path file = Files.writeString(home.resolve("file"), "");
        EncryptedFileCache nowhere = new EncryptedFileCache(file, sealer, "one");
        nowhere.keep("a.cases", CONTENT);
        assertThat(nowhere.find("a.cases")).isEmpty();
    }
}
