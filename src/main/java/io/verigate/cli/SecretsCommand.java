package io.verigate.cli;

import io.verigate.protection.Keys;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes and renews the secrets that protect stored personal data.
@Command(
        name = "secrets",
        description = "Makes and renews the secrets that protect stored addresses.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SecretsCommand {
    private static final String FILE =
            "The file, readable by its owner only. Keep a copy: without it, stored addresses are lost.";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Command(
            name = "init",
            description = "Makes a new file of secrets; never touches one that is there.",
            mixinStandardHelpOptions = true)
    int init(@Parameters(paramLabel = "file", description = FILE) Path file)
            throws IOException, GeneralSecurityException {
        try {
            Keys.make(file);
        } catch (FileAlreadyExistsException e) {
            throw new MisuseException(
                    "`%s` is there already, and what it protects would be lost; name another file, or use `rotate`"
                            .formatted(file));
        }
        out().printf("made `%s`; keep a copy in a safe place%n", file);
        return Verigate.GOOD;
    }

    @Command(
            name = "rotate",
            description = {
                "Adds a new sealing key to the file and uses it from the next start on.",
                "The older keys stay in the file, because older values open with them only."
            },
            mixinStandardHelpOptions = true)
    int rotate(@Parameters(paramLabel = "file", description = FILE) Path file)
            throws IOException, GeneralSecurityException {
        if (!Files.isRegularFile(file)) {
            throw new MisuseException(
                    "there is no file `%s`; make one with `init`".formatted(file));
        }
        Keys.read(file, false);
        Keys.rotate(file);
        out().printf("added a key to `%s`; start every node anew with this file%n", file);
        return Verigate.GOOD;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
