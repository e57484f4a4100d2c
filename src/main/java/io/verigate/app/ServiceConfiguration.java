package io.verigate.app;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
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

    /// Set under `verigate.journal`.
    ///
    /// @param keep how long decisions are kept
    @ConfigurationProperties("verigate.journal")
    record JournalKeeping(@Bindable(defaultValue = "90d") Duration keep) {}

    /// Set under `verigate.verifications`.
    ///
    /// @param keep how long verifications and their messages are kept
    @ConfigurationProperties("verigate.verifications")
    record VerificationKeeping(@Bindable(defaultValue = "30d") Duration keep) {}

    /// Set under `verigate.backtests`.
    ///
    /// @param threads how many a backtest takes that does not say, 1 to 64
    @ConfigurationProperties("verigate.backtests")
    record Backtests(@Bindable(defaultValue = "1") int threads) {
        /// @throws IllegalArgumentException when there are too few or too many
        Backtests {
            if (threads < 1 || threads > 64) {
                throw new IllegalArgumentException(
                        "`verigate.backtests.threads` has to be from 1 to 64");
            }
        }
    }

    /// Set under `verigate.recovery`.
    ///
    /// @param address where people are sent who have neither password nor security info; blank when there is no such place
    @ConfigurationProperties("verigate.recovery")
    record Recovery(@Bindable(defaultValue = "") String address) {}

    /// Set under `verigate.sandbox`.
    ///
    /// @param enabled not set: on where nothing real could be mistaken for it, as `SandboxCondition` finds out
    /// @param besideRealThings whether it may be on where something could
    @ConfigurationProperties("verigate.sandbox")
    record Sandbox(
            @Nullable Boolean enabled,
            @Bindable(defaultValue = "false") boolean besideRealThings) {}
}
