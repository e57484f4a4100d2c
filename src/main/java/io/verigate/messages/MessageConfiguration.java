package io.verigate.messages;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// How messages are worded; set under `verigate.delivery`.
///
/// @param appName what people call the service that the code is for, at most 12 letters
/// @param domain where the code will be typed in, for the last line of text messages; empty omits it
@ConfigurationProperties("verigate.delivery")
record MessageConfiguration(
        @Bindable(defaultValue = "Verigate") String appName,
        @Bindable(defaultValue = "") String domain) {}
