package io.verigate.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds and stops the server process of a folder, including one that a killed service left behind.
final class EmbeddedProcess {
    /// Time for a server to flush its buffers; after that it is killed, and InnoDB recovers.
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(30);

    private EmbeddedProcess() {}

    /// Records the process id, so that a later start can find the process.
    static void remember(EmbeddedFolder folder, long pid) throws IOException {
        Files.writeString(folder.process(), pid + "\n", StandardCharsets.UTF_8);
    }

    /// The server that still runs on the folder's data, if any. Another process that reuses
    /// the process id is ignored.
    static Optional<ProcessHandle> find(EmbeddedFolder folder) throws IOException {
        if (!Files.exists(folder.process())) {
            return Optional.empty();
        }
        String text = Files.readString(folder.process(), StandardCharsets.UTF_8).strip();
        if (!text.matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(text))
                .filter(ProcessHandle::isAlive)
                .filter(handle -> serves(handle.info(), folder.tables()));
    }

    /// Stops the process, by force if it does not exit in time.
    static void stop(ProcessHandle handle) {
        handle.destroy();
        if (!exited(handle)) {
            handle.destroyForcibly();
            exited(handle);
        }
    }

    private static boolean serves(ProcessHandle.Info process, Path tables) {
        boolean server =
                process.command()
                        .map(command -> Path.of(command).getFileName().toString())
                        .filter(name -> name.startsWith("mariadbd") || name.startsWith("mysqld"))
                        .isPresent();
        // Not every system reveals the arguments; where it does, they contain the data directory.
        return server
                && process.arguments()
                        .map(arguments -> Arrays.asList(arguments).contains("--datadir=" + tables))
                        .orElse(true);
    }

    private static boolean exited(ProcessHandle handle) {
        try {
            handle.onExit().get(SHUTDOWN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
