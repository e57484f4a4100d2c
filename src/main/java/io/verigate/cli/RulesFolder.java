package io.verigate.cli;

import io.verigate.analysis.regression.RuleSetCheck;
import io.verigate.policy.RuleSetFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/// The folder that contains `rules/` and `policies/`: a positional parameter of commands. Its methods throw a
/// `UsageException` when one of the two is missing.
final class RulesFolder {
    @Parameters(
            arity = "0..1",
            paramLabel = "folder",
            defaultValue = "${env:VERIGATE_HOME:-.}",
            description =
                    "Folder that contains rules/ and policies/. Default: VERIGATE_HOME, else the working directory")
    private Path folder = Path.of("");

    /// For picocli, which sets the folder.
    RulesFolder() {}

    RulesFolder(Path folder) {
        this.folder = folder;
    }

    /// The absolute path.
    Path home() {
        Path home = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(home.resolve("rules"))
                || !Files.isDirectory(home.resolve("policies"))) {
            throw new UsageException(
                    "`%s` does not contain both `rules` and `policies`; name the folder that does"
                            .formatted(home));
        }
        return home;
    }

    /// Reads all its files.
    ///
    /// @throws io.verigate.policy.InvalidRuleSetException when a file cannot be read
    RuleSetFiles read() {
        List<Path> folders = folders();
        return RuleSetFiles.read(folders.getFirst(), folders.getLast());
    }

    /// Checks all its files, and warns about those that are ignored.
    ///
    /// @throws io.verigate.policy.InvalidRuleSetException when a file cannot be read
    RuleSetCheck.Result check() {
        List<Path> folders = folders();
        return RuleSetCheck.of(read())
                .with(RuleSetFiles.unread(folders.getFirst(), folders.getLast()));
    }

    /// The folder of the rules, then that of the policies.
    List<Path> folders() {
        Path home = home();
        return List.of(home.resolve("rules"), home.resolve("policies"));
    }
}
