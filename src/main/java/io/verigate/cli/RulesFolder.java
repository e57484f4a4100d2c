package io.verigate.cli;

import io.verigate.analysis.regression.RuleSetCheck;
import io.verigate.policy.RuleSetFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A folder that holds `rules/` and `policies/`.
///
/// @param home that folder
record RulesFolder(Path home) {
    /// The folder that is named, or else VERIGATE_HOME, or else the working directory.
    ///
    /// @throws MisuseException when it holds no rules and policies
    static RulesFolder of(@Nullable Path named) {
        Path home =
                named != null
                        ? named
                        : Path.of(Objects.requireNonNullElse(System.getenv("VERIGATE_HOME"), ""));
        RulesFolder folder = new RulesFolder(home.toAbsolutePath().normalize());
        if (!Files.isDirectory(folder.rules()) || !Files.isDirectory(folder.policies())) {
            throw new MisuseException(
                    "there is no `rules` beside a `policies` in `%s`; name the folder that holds both"
                            .formatted(folder.home()));
        }
        return folder;
    }

    /// The text of everything in it.
    ///
    /// @throws io.verigate.policy.InvalidRuleSetException when a file cannot be read
    RuleSetFiles read() {
        return RuleSetFiles.read(rules(), policies());
    }

    /// Everything that can be said about it: of what is read, and of what is not.
    ///
    /// @throws io.verigate.policy.InvalidRuleSetException when a file cannot be read
    RuleSetCheck.Result check() {
        return RuleSetCheck.of(read()).with(RuleSetFiles.unread(rules(), policies()));
    }

    /// Where its files lie.
    List<Path> folders() {
        return List.of(rules(), policies());
    }

    private Path rules() {
        return home.resolve("rules");
    }

    private Path policies() {
        return home.resolve("policies");
    }
}
