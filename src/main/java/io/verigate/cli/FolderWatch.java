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

/// Watches folders for changed rules and policies. Used by one thread.
final class FolderWatch implements Closeable {
    /// Editors write a file in several steps; events within this time belong to the same change.
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

    /// Waits for a change and returns the names of the changed files, once no more events arrive.
    Set<String> next() throws InterruptedException {
        Set<String> changed = new TreeSet<>();
        while (changed.isEmpty()) {
            WatchKey key = watch.take();
            while (key != null) {
                collect(key, changed);
                key = watch.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
        return changed;
    }

    private static void collect(WatchKey key, Set<String> names) {
        for (WatchEvent<?> event : key.pollEvents()) {
            String name = String.valueOf(event.context());
            if (name.endsWith(".drl") || name.endsWith(".yaml")) {
                names.add(name);
            }
        }
        key.reset();
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
