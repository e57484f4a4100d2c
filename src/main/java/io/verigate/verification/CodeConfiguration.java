package io.verigate.verification;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// The format of codes; set under `verigate.delivery`.
///
/// @param digits of a code, 6 to 8
@ConfigurationProperties("verigate.delivery")
record CodeConfiguration(@Bindable(defaultValue = "6") int digits) {}
