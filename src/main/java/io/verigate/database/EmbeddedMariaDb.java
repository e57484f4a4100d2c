package io.verigate.database;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An embedded MariaDB server with its data in a folder, used when no database is configured.
/// Listens on a free port of the loopback interface, for one user with a random password.
public final class EmbeddedMariaDb implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final Duration INSTALL_LIMIT = Duration.ofMinutes(3);
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final FolderLock lock;
    private final Process server;
    private final DatabaseAddress address;

    private EmbeddedMariaDb(FolderLock lock, Process server, DatabaseAddress address) {
        this.lock = lock;
        this.server = server;
        this.address = address;
    }

    /// Starts the server on the folder, installing it the first time, and returns once it responds. A server that
    /// a killed service left behind is stopped first.
    ///
    /// @throws DatabaseUnavailableException when another service uses the folder, or the server does not start
    public static EmbeddedMariaDb start(Path folder) {
        return start(folder, List.of());
    }

    /// Starts the server with additional options, for benchmarks.
    static EmbeddedMariaDb start(Path folder, List<String> options) {
        EmbeddedFolder place = new EmbeddedFolder(folder);
        place.create();
        try {
            FolderLock lock = FolderLock.take(place);
            try {
                return start(place, lock, options);
            } catch (IOException | RuntimeException | Error failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "the embedded database cannot use the folder `%s`: %s"
                            .formatted(place.root(), e.getMessage()),
                    e);
        }
    }

    /// The address and credentials of the server.
    public DatabaseAddress address() {
        return address;
    }

    /// Shuts the server down and releases the folder.
    @Override
    public void close() {
        EmbeddedProcess.stop(server.toHandle());
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("the lock of the embedded folder could not be released", e);
        }
    }

    /// Releases the folder without stopping the server, like a killed service.
    void abandon() throws IOException {
        lock.close();
    }

    private static EmbeddedMariaDb start(
            EmbeddedFolder folder, FolderLock lock, List<String> options) throws IOException {
        Optional<ProcessHandle> orphan = EmbeddedProcess.find(folder);
        if (orphan.isPresent()) {
            LOG.info(
                    "stopping the database server that an earlier service left running, process {}",
                    orphan.get().pid());
            EmbeddedProcess.stop(orphan.get());
        }
        boolean first = !Files.exists(folder.tables());
        LOG.info(
                "starting the embedded database in {}{}",
                folder.root(),
                first ? " (the first start takes longer)" : "");
        EmbeddedPrograms programs = EmbeddedPrograms.unpack(folder);
        if (first) {
            install(folder, programs);
        }
        String password = OwnerOnlyFile.secret(folder.password());
        OwnerOnlyFile.write(folder.statements(), EmbeddedOptions.statements(password));
        try {
            int port = freePort();
            List<String> all = new ArrayList<>(EmbeddedOptions.serve(folder, programs, port));
            all.addAll(options);
            Process server = programs.server(all, log(folder)).start();
            return serve(folder, lock, server, port, password);
        } finally {
            Files.deleteIfExists(folder.statements());
        }
    }

    private static void install(EmbeddedFolder folder, EmbeddedPrograms programs)
            throws IOException {
        deleteTree(folder.unfinished());
        Files.createDirectories(folder.unfinished());
        Process installer =
                programs.installer(EmbeddedOptions.install(folder, programs), log(folder)).start();
        if (!exitedWithin(installer, INSTALL_LIMIT) || installer.exitValue() != 0) {
            installer.destroyForcibly();
            throw failed(folder, "could not be installed");
        }
        Files.move(folder.unfinished(), folder.tables(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static EmbeddedMariaDb serve(
            EmbeddedFolder folder, FolderLock lock, Process server, int port, String password)
            throws IOException {
        EmbeddedProcess.remember(folder, server.pid());
        DatabaseAddress address =
                DatabaseAddress.loopback(
                        port, EmbeddedOptions.DATABASE, EmbeddedOptions.USER, password);
        if (!responds(server, address)) {
            EmbeddedProcess.stop(server.toHandle());
            throw failed(folder, "did not start");
        }
        return new EmbeddedMariaDb(lock, server, address);
    }

    private static boolean responds(Process server, DatabaseAddress address) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline && !exitedWithin(server, PAUSE)) {
            try {
                address.connect().close();
                return true;
            } catch (SQLException e) {
                LOG.trace("the embedded database does not respond yet", e);
            }
        }
        return false;
    }

    private static boolean exitedWithin(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static File log(EmbeddedFolder folder) {
        return folder.log().toFile();
    }

    private static DatabaseUnavailableException failed(EmbeddedFolder folder, String what) {
        return new DatabaseUnavailableException(
                "the embedded database %s; read the end of `%s` for the reason, or set `verigate.database.url`"
                        .formatted(what, folder.log()));
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
