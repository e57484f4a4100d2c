package io.verigate.ruleset;

import io.verigate.crypto.Sealer;
import io.verigate.rules.compile.CompilationCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Remembers in a folder, with every file sealed by the service's own keys for its name and the build: whoever can write
/// into the folder and does not have the keys can delete, and no more.
public final class EncryptedFileCache implements CompilationCache {
    private static final Logger LOG = LoggerFactory.getLogger(EncryptedFileCache.class);

    /// Two for each rule set that decides or is tried, and those of a few before.
    private static final int MAX = 16;

    private final Path folder;
    private final Sealer sealer;
    private final String build;

    /// @param folder made when something is kept
    /// @param build tells this build of the service from every other
    public EncryptedFileCache(Path folder, Sealer sealer, String build) {
        this.folder = folder;
        this.sealer = sealer;
        this.build = build;
    }

    @Override
    public Optional<byte[]> find(String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(sealer.openBytes(Files.readAllBytes(file), place(name)));
        } catch (IOException | IllegalStateException e) {
            LOG.debug("`{}` is of no use here, and is made anew", file);
            return Optional.empty();
        }
    }

    @Override
    public synchronized void keep(String name, byte[] content) {
        Path beside = folder.resolve("." + name);
        try {
            Files.createDirectories(folder);
            Files.write(beside, sealer.sealBytes(content, place(name)));
            Files.move(
                    beside,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            forget();
        } catch (IOException e) {
            LOG.debug("`{}` cannot be kept, so the next start takes longer", beside, e);
        }
    }

    private String place(String name) {
        return "remembered:" + name + ' ' + build;
    }

    /// Deletes the oldest.
    private void forget() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> oldest =
                    files.sorted(Comparator.comparing(EncryptedFileCache::age).reversed())
                            .skip(MAX)
                            .toList();
            for (Path file : oldest) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileTime age(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // gone meanwhile
        }
    }
}
