package io.verigate.analysis.backtest;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// Set under `verigate.backtests`.
///
/// @param threads how many a backtest uses by default, 1 to 64
@ConfigurationProperties("verigate.backtests")
public record BacktestConfiguration(@Bindable(defaultValue = "1") int threads) {
    /// @throws IllegalArgumentException when there are too few or too many
    public BacktestConfiguration {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException(
                    "`verigate.backtests.threads` has to be from 1 to 64");
        }
    }
}
