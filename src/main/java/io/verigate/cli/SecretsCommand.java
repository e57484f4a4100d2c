package io.verigate.cli;

import io.verigate.crypto.KeyRing;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/// Manages the keys that protect stored personal data.
@Command(
        name = "secrets",
        description = "Creates and rotates the keys that encrypt stored addresses.")
final class SecretsCommand extends CliCommand {
    private static final String FILE =
            "Key file, readable by its owner only. Keep a backup: without it, stored addresses are lost.";

    @Command(name = "init", description = "Creates a key file; never overwrites an existing one.")
    int init(@Parameters(paramLabel = "file", description = FILE) Path file)
            throws IOException, GeneralSecurityException {
        try {
            KeyRing.make(file);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(
                    "`%s` already exists and protects stored data; choose another file, or use `add`"
                            .formatted(file));
        }
        out().printf("created `%s`; keep a backup in a safe place%n", file);
        return ExitCode.OK;
    }

    @Command(
            name = "add",
            description = {
                "Adds an encryption key to the file. It only decrypts until `promote` makes it the primary key.",
                "Deploy the file to every node and restart it before you promote: no node may encrypt with a key that"
                        + " another node lacks.",
                "Old keys stay in the file to decrypt old values."
            })
    int add(@Parameters(paramLabel = "file", description = FILE) Path file)
            throws IOException, GeneralSecurityException {
        check(file);
        KeyRing.add(file);
        out().printf(
                        "added a key to `%s`; restart every node with this file, then run `verigate secrets promote`%n",
                        file);
        return ExitCode.OK;
    }

    @Command(
            name = "promote",
            description = {
                "Makes the newest key the primary one, which encrypts after the next restart.",
                "Every node must already run with a file that contains it."
            })
    int promote(@Parameters(paramLabel = "file", description = FILE) Path file)
            throws IOException, GeneralSecurityException {
        check(file);
        if (!KeyRing.promote(file)) {
            throw new UsageException(
                    "the newest key of `%s` is already the primary one; add a key with `add`"
                            .formatted(file));
        }
        out().printf(
                        "the newest key of `%s` is now the primary one; restart every node with this file%n",
                        file);
        return ExitCode.OK;
    }

    private static void check(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UsageException(
                    "there is no file `%s`; create it with `init`".formatted(file));
        }
        KeyRing.read(file, false);
    }
}
