package io.verigate.app;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The settings that stand alone, or two together.
final class ServiceConfiguration {
    private ServiceConfiguration() {}

    /// Set under `verigate`.
    ///
    /// @param home where relative folders begin
    /// @param dataFolder what the service keeps beside a database
    @ConfigurationProperties("verigate")
    record Folders(
            @Bindable(defaultValue = ".") Path home,
            @Bindable(defaultValue = "data") Path dataFolder) {}

    /// Set under `verigate.keys`.
    ///
    /// @param file the service's own secrets; blank for those beside the embedded database
    @ConfigurationProperties("verigate.keys")
    record KeyFile(@Bindable(defaultValue = "") String file) {}

    /// Set under `verigate.sandbox`.
    ///
    /// @param enabled not set: on where nothing real could be mistaken for it, as `SandboxCondition` finds out
    /// @param besideRealThings whether it may be on where something could
    @ConfigurationProperties("verigate.sandbox")
    record Sandbox(
            @Nullable Boolean enabled,
            @Bindable(defaultValue = "false") boolean besideRealThings) {}
}
