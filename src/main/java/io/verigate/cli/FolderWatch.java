package io.verigate.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// Waits until files in folders change. Used by one thread.
final class FolderWatch implements Closeable {
    /// Editors write a file in several steps; what follows this soon belongs to the same change.
    private static final long QUIET_MILLIS = 100;

    private final WatchService watch;

    FolderWatch(List<Path> folders) throws IOException {
        watch = FileSystems.getDefault().newWatchService();
        for (Path folder : folders) {
            folder.register(
                    watch,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        }
    }

    /// Returns the names of the files that changed, once they rest.
    Set<String> next() throws InterruptedException {
        Set<String> changed = new TreeSet<>();
        while (changed.isEmpty()) {
            WatchKey key = watch.take();
            while (key != null) {
                names(key, changed);
                key = watch.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
        return changed;
    }

    private static void names(WatchKey key, Set<String> into) {
        for (WatchEvent<?> event : key.pollEvents()) {
            String name = String.valueOf(event.context());
            if (name.endsWith(".drl") || name.endsWith(".yaml")) {
                into.add(name);
            }
        }
        key.reset();
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
