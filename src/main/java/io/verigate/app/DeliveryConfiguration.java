package io.verigate.app;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// How codes are made and worded; set under `verigate.delivery`.
///
/// @param appName what people call the service that the code is for, at most 12 letters
/// @param domain where the code will be typed in, for the last line of text messages; empty leaves it out
/// @param digits of a code, 6 to 8
/// @param parallel how many messages may be handed to providers at the same time, 1 to 1000
/// @param node name of this node, the same after a restart and different on every node
/// @param sms what sends text messages: `smpp`, `webhook`, `sandbox` or `none`
/// @param voice what makes calls: `webhook`, `sandbox` or `none`
/// @param email what sends e-mails: `smtp`, `webhook`, `sandbox` or `none`
@ConfigurationProperties("verigate.delivery")
public record DeliveryConfiguration(
        @Bindable(defaultValue = "Verigate") String appName,
        @Bindable(defaultValue = "") String domain,
        @Bindable(defaultValue = "6") int digits,
        @Bindable(defaultValue = "64") int parallel,
        @Bindable(defaultValue = "node-1") String node,
        @Bindable(defaultValue = "") String sms,
        @Bindable(defaultValue = "") String voice,
        @Bindable(defaultValue = "") String email) {
    /// @throws IllegalArgumentException when a value is outside its range
    public DeliveryConfiguration {
        if (parallel < 1 || parallel > 1_000) {
            throw new IllegalArgumentException(
                    "`verigate.delivery.parallel` has to be from 1 to 1000");
        }
        if (node.isBlank() || node.length() > 100) {
            throw new IllegalArgumentException(
                    "`verigate.delivery.node` has to be a name of 1 to 100 letters");
        }
    }
}
