package io.verigate.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The places inside the folder of an embedded server.
///
/// @param root the folder itself, as an absolute path
record EmbeddedFolder(Path root) {
    EmbeddedFolder {
        root = root.toAbsolutePath().normalize();
    }

    /// The unpacked MariaDB programs.
    Path programs() {
        return root.resolve("mariadb-programs");
    }

    /// The tables. It exists only when its installation came to an end.
    Path tables() {
        return root.resolve("mariadb");
    }

    /// Where an installation grows before it is renamed to `tables`.
    Path unfinished() {
        return root.resolve("mariadb.unfinished");
    }

    /// The password of the one user, readable by its owner only.
    Path password() {
        return root.resolve("mariadb.password");
    }

    /// The statements that the server runs before it listens; there only while it starts.
    Path statements() {
        return root.resolve("mariadb.start.sql");
    }

    /// The process number of the server that was started last.
    Path process() {
        return root.resolve("mariadb.pid");
    }

    /// What the server writes about itself.
    Path log() {
        return root.resolve("mariadb.log");
    }

    /// Held for as long as a service uses the folder.
    Path lock() {
        return root.resolve("verigate.lock");
    }

    /// Makes the folder when it is missing.
    ///
    /// @throws DatabaseUnavailableException when it cannot be made or written to
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
