package io.verigate.cli;

import io.verigate.crypto.KeyRing;
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
        versionProvider = VersionProvider.class)
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
            KeyRing.make(file);
        } catch (FileAlreadyExistsException e) {
            throw new MisuseException(
                    "`%s` is there already, and what it protects would be lost; name another file, or use `add`"
                            .formatted(file));
        }
        out().printf("made `%s`; keep a copy in a safe place%n", file);
        return Verigate.GOOD;
    }

    @Command(
            name = "add",
            description = {
                "Adds a new sealing key to the file. It only opens, until `promote` lets it seal.",
                "First give the file to every node and start it anew: none may seal with a key that another lacks.",
                "The older keys stay in the file, because older values open with them only."
            },
            mixinStandardHelpOptions = true)
    int add(@Parameters(paramLabel = "file", description = FILE) Path file)
            throws IOException, GeneralSecurityException {
        check(file);
        KeyRing.add(file);
        out().printf(
                        "added a key to `%s`; start every node anew with this file, then use `verigate secrets promote`%n",
                        file);
        return Verigate.GOOD;
    }

    @Command(
            name = "promote",
            description = {
                "Lets the key that was added last seal, from the next start on.",
                "Every node has to run with a file that holds it already."
            },
            mixinStandardHelpOptions = true)
    int promote(@Parameters(paramLabel = "file", description = FILE) Path file)
            throws IOException, GeneralSecurityException {
        check(file);
        if (!KeyRing.promote(file)) {
            throw new MisuseException(
                    "the newest key of `%s` seals already; add one with `add`".formatted(file));
        }
        out().printf("the newest key of `%s` seals; start every node anew with this file%n", file);
        return Verigate.GOOD;
    }

    private static void check(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new MisuseException(
                    "there is no file `%s`; make one with `init`".formatted(file));
        }
        KeyRing.read(file, false);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
