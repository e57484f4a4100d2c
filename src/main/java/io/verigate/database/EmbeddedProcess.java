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

/// Finds and ends the server process of a folder, also one that a killed service left behind.
final class EmbeddedProcess {
    /// Time for a server to write back what it holds in memory; after that it is killed, and InnoDB recovers.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private EmbeddedProcess() {}

    /// Remembers the process, so that a later start can find it.
    static void remember(EmbeddedFolder folder, long pid) throws IOException {
        Files.writeString(folder.process(), pid + "\n", StandardCharsets.UTF_8);
    }

    /// The server that still runs on the folder's tables, if one does. A process that merely took over the number of
    /// one long gone is not taken for it.
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

    /// Ends the process, in good order if it obeys in time.
    static void stop(ProcessHandle handle) {
        handle.destroy();
        if (!ended(handle)) {
            handle.destroyForcibly();
            ended(handle);
        }
    }

    private static boolean serves(ProcessHandle.Info process, Path tables) {
        boolean server =
                process.command()
                        .map(command -> Path.of(command).getFileName().toString())
                        .filter(name -> name.startsWith("mariadbd") || name.startsWith("mysqld"))
                        .isPresent();
        // Not every system tells the arguments; where it does, they name the tables.
        return server
                && process.arguments()
                        .map(arguments -> Arrays.asList(arguments).contains("--datadir=" + tables))
                        .orElse(true);
    }

    private static boolean ended(ProcessHandle handle) {
        try {
            handle.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
