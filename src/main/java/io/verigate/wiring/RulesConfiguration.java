package io.verigate.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.util.List;

/// Where rules and policies are; set under `verigate.rules`.
///
/// @param folder of `*.drl`
/// @param policies folder of `*.yaml`
/// @param networks files in the MMDB format that tell country and autonomous system of an IP address; may be empty
@ConfigurationProperties("verigate.rules")
public record RulesConfiguration(
        @Bindable(defaultValue = "rules") Path folder,
        @Bindable(defaultValue = "policies") Path policies,
        @Bindable(defaultValue = "") List<Path> networks) {
    public RulesConfiguration {
        networks = networks.stream().filter(path -> !path.toString().isBlank()).toList();
    }
}
