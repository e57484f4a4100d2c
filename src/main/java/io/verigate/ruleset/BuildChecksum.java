package io.verigate.ruleset;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.zip.CRC32;

/// What tells this build of the service from another: a checksum over its jar, in which the versions of its libraries
/// stand too, and the version of Java.
public final class BuildChecksum {
    private static final int BUFFER = 64 * 1024;

    private BuildChecksum() {}

    /// A short word; empty when the service does not run from a jar, so that its code may be another at every start.
    public static Optional<String> wireName() {
        try {
            CodeSource source = BuildChecksum.class.getProtectionDomain().getCodeSource();
            Path jar = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(jar) ? Optional.of(checksum(jar)) : Optional.empty();
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String checksum(Path jar) throws IOException {
        CRC32 checksum = new CRC32();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(jar)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
            }
        }
        return "%08x-%d-%s".formatted(checksum.getValue(), Files.size(jar), Runtime.version());
    }
}
