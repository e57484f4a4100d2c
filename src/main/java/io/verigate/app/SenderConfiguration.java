package io.verigate.app;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// Which sender serves which channel; set under `verigate.delivery`. Blank chooses one that is configured.
///
/// @param sms what sends text messages: `smpp`, `webhook`, `sandbox` or `none`
/// @param voice what makes calls: `webhook`, `sandbox` or `none`
/// @param email what sends e-mails: `smtp`, `webhook`, `sandbox` or `none`
@ConfigurationProperties("verigate.delivery")
record SenderConfiguration(
        @Bindable(defaultValue = "") String sms,
        @Bindable(defaultValue = "") String voice,
        @Bindable(defaultValue = "") String email) {}
