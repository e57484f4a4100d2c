package io.verigate.api.decisions;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// Set under `verigate.recovery`.
///
/// @param address where people are sent who have neither password nor security info; blank when there is no such place
@ConfigurationProperties("verigate.recovery")
record RecoveryConfiguration(@Bindable(defaultValue = "") String address) {}
