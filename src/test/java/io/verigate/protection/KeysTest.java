package io.verigate.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nodes that are started anew one by one always open what another one sealed.
final class KeysTest {
    private static final String PLACE = "security-info:si-1";

    @TempDir private Path folder;

    private Path file;

    @BeforeEach
    void make() throws IOException, GeneralSecurityException {
        file = folder.resolve("keys");
        Keys.make(file);
    }

    @Test
    void aKeyThatWasAddedSealsNothingYet() throws IOException, GeneralSecurityException {
        Keys old = Keys.read(file, false);
        Keys.add(file);
        Keys added = Keys.read(file, false);

        assertThat(open(old, added)).isEqualTo("sealed");
        assertThat(open(added, old)).isEqualTo("sealed");
    }

    @Test
    void aKeyThatWasPromotedSeals() throws IOException, GeneralSecurityException {
        Keys old = Keys.read(file, false);
        Keys.add(file);
        Keys added = Keys.read(file, false);

        assertThat(Keys.promote(file)).isTrue();
        Keys promoted = Keys.read(file, false);

        assertThat(open(added, promoted)).isEqualTo("sealed");
        assertThat(open(promoted, old)).isEqualTo("sealed");
        assertThatThrownBy(() -> open(old, promoted)).hasMessageContaining("its key missing");
        assertThat(Keys.promote(file)).isFalse();
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    /// What one node opens that another one sealed.
    private static String open(Keys reading, Keys sealing) {
        return reading.sealer().open(sealing.sealer().seal("sealed", PLACE), PLACE);
    }
}
