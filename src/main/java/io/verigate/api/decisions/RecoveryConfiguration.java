package io.verigate.api.decisions;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// Set under `verigate.recovery`.
///
/// @param address account recovery page for users with neither password nor security info; blank for none
@ConfigurationProperties("verigate.recovery")
record RecoveryConfiguration(@Bindable(defaultValue = "") String address) {}
