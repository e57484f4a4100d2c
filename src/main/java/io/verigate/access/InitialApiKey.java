package io.verigate.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/// Creates the first API key of an installation.
public final class InitialApiKey {
    private InitialApiKey() {}

    /// Creates an admin key and writes it to a file that only its owner can read, unless there is any key.
    ///
    /// @param file replaced when it exists, because its key belongs to another database
    /// @return whether a key was created
    /// @throws IOException when the file cannot be written; no key is created then
    public static boolean createIfNone(ApiKeys keys, Path file, Instant now) throws IOException {
        if (!keys.all().isEmpty()) {
            return false;
        }
        ApiKeyGenerator.NewApiKey made =
                new ApiKeyGenerator().make("first start", Role.ADMIN, now, null);
        write(file, made.secret() + "\n");
        keys.add(made.key(), made.sha256());
        return true;
    }

    private static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.deleteIfExists(file);
        Files.createFile(file, ownerOnly(file));
        Files.writeString(file, text);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
