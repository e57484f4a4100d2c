package io.verigate.retention;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How long things are kept.
public final class RetentionConfiguration {
    private RetentionConfiguration() {}

    /// Set under `verigate.journal`.
    ///
    /// @param keep how long decisions are kept
    @ConfigurationProperties("verigate.journal")
    public record Journal(@Bindable(defaultValue = "90d") Duration keep) {}

    /// Set under `verigate.verifications`.
    ///
    /// @param keep how long verifications and their messages are kept
    @ConfigurationProperties("verigate.verifications")
    public record Verifications(@Bindable(defaultValue = "30d") Duration keep) {}
}
