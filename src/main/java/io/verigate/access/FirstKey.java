package io.verigate.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/// The key of a first start, so that somebody can begin.
public final class FirstKey {
    private FirstKey() {}

    /// Makes an admin key and writes it into a file for its owner's eyes only, unless there is any key.
    ///
    /// @param file replaced when it is there, because the key in it belongs to another database
    /// @return whether it was made
    /// @throws IOException when the file cannot be written; no key was made then
    public static boolean makeIfNone(ApiKeys keys, Path file, Instant now) throws IOException {
        if (!keys.all().isEmpty()) {
            return false;
        }
        KeyMaker.Made made = new KeyMaker().make("first start", Role.ADMIN, now, null);
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
