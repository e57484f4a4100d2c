package io.verigate.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The files in the folder of an embedded server.
///
/// @param root absolute path of the folder
record EmbeddedFolder(Path root) {
    EmbeddedFolder {
        root = root.toAbsolutePath().normalize();
    }

    /// The unpacked MariaDB programs.
    Path programs() {
        return root.resolve("mariadb-programs");
    }

    /// The data directory. Exists only once its installation is complete.
    Path tables() {
        return root.resolve("mariadb");
    }

    /// The data directory during installation, before it is renamed to `tables`.
    Path unfinished() {
        return root.resolve("mariadb.unfinished");
    }

    /// The password of the one user, readable by its owner only.
    Path password() {
        return root.resolve("mariadb.password");
    }

    /// The init file of the server; exists only while it starts.
    Path statements() {
        return root.resolve("mariadb.start.sql");
    }

    /// The process id of the last server.
    Path process() {
        return root.resolve("mariadb.pid");
    }

    /// The log of the server.
    Path log() {
        return root.resolve("mariadb.log");
    }

    /// Locked while a service uses the folder.
    Path lock() {
        return root.resolve("verigate.lock");
    }

    /// Creates the folder if it is missing.
    ///
    /// @throws DatabaseUnavailableException when it cannot be created or written to
    void create() {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw unusable(e);
        }
        if (!Files.isWritable(root)) {
            throw unusable(null);
        }
    }

    private DatabaseUnavailableException unusable(@Nullable IOException cause) {
        String message =
                "the folder `%s` cannot be written to; change its owner or set `verigate.database.embedded-folder`"
                        .formatted(root);
        return cause == null
                ? new DatabaseUnavailableException(message)
                : new DatabaseUnavailableException(message, cause);
    }
}
