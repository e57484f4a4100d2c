package io.verigate.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A lock on an embedded folder. The operating system releases it when the process exits or is killed.
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Locks the folder for this service, without waiting.
    ///
    /// @throws DatabaseUnavailableException when another service holds the lock
    static FolderLock take(EmbeddedFolder folder) throws IOException {
        Path file = folder.lock();
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new DatabaseUnavailableException(
                    "another service is running on the folder `%s`; stop it, or set `verigate.database.embedded-folder`"
                            .formatted(folder.root()));
        }
        return new FolderLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException held) {
            return null; // by this same process
        }
    }
}
