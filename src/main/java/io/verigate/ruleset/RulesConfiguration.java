package io.verigate.ruleset;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.util.List;

/// Where rules and policies are; set under `verigate.rules`.
///
/// @param source what decides: `folder`, the two folders, watched; or `database`, what was published
/// @param folder of `*.drl`
/// @param policies folder of `*.yaml`
/// @param networks files in the MMDB format that tell country and autonomous system of an IP address; may be empty
/// @param secondPerson whether a rule set may only be activated by another person than its author
@ConfigurationProperties("verigate.rules")
public record RulesConfiguration(
        @Bindable(defaultValue = "folder") String source,
        @Bindable(defaultValue = "rules") Path folder,
        @Bindable(defaultValue = "policies") Path policies,
        @Bindable(defaultValue = "") List<Path> networks,
        @Bindable(defaultValue = "false") boolean secondPerson) {
    private static final String FOLDER = "folder";

    /// @throws IllegalArgumentException when the source is not one of the two
    public RulesConfiguration {
        if (!source.equals(FOLDER) && !source.equals("database")) {
            throw new IllegalArgumentException(
                    "`verigate.rules.source` is `" + source + "`: make it `folder` or `database`");
        }
        networks = networks.stream().filter(path -> !path.toString().isBlank()).toList();
    }

    /// Whether the folders decide.
    public boolean byFolder() {
        return source.equals(FOLDER);
    }
}
