package io.verigate.wiring;

import io.verigate.decision.Channel;
import java.util.Map;

/// What sends the messages of each channel.
///
/// @param names `smtp`, `smpp`, `webhook`, `sandbox` or `none`, by channel
record SenderChoice(Map<Channel, String> names) {
    /// @param sandboxOn whether the sandbox is on
    /// @throws IllegalStateException when the sandbox is to send although it is off
    SenderChoice(Map<Channel, String> names, boolean sandboxOn) {
        this(Map.copyOf(names));
        if (!sandboxOn && names.containsValue("sandbox")) {
            throw new IllegalStateException(
                    "the sandbox is off, so it cannot send: set another sender, or `verigate.sandbox.enabled`");
        }
    }
}
