package io.verigate.crypto;

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
final class KeyRingTest {
    private static final String PLACE = "security-info:si-1";

    @TempDir private Path folder;

    private Path file;

    @BeforeEach
    void make() throws IOException, GeneralSecurityException {
        file = folder.resolve("keys");
        KeyRing.make(file);
    }

    @Test
    void aKeyThatWasAddedSealsNothingYet() throws IOException, GeneralSecurityException {
        KeyRing old = KeyRing.read(file, false);
        KeyRing.add(file);
        KeyRing added = KeyRing.read(file, false);

        assertThat(open(old, added)).isEqualTo("sealed");
        assertThat(open(added, old)).isEqualTo("sealed");
    }

    @Test
    void aKeyThatWasPromotedSeals() throws IOException, GeneralSecurityException {
        KeyRing old = KeyRing.read(file, false);
        KeyRing.add(file);
        KeyRing added = KeyRing.read(file, false);

        assertThat(KeyRing.promote(file)).isTrue();
        KeyRing promoted = KeyRing.read(file, false);

        assertThat(open(added, promoted)).isEqualTo("sealed");
        assertThat(open(promoted, old)).isEqualTo("sealed");
        assertThatThrownBy(() -> open(old, promoted)).hasMessageContaining("its key is missing");
        assertThat(KeyRing.promote(file)).isFalse();
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    /// What one node opens that another one sealed.
    private static String open(KeyRing reading, KeyRing sealing) {
        return reading.sealer().open(sealing.sealer().seal("sealed", PLACE), PLACE);
    }
}
