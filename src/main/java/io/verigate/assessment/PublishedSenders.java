package io.verigate.assessment;

import io.verigate.decision.Channel;
import io.verigate.decision.Decision.Sender;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The one published sender of each channel (S08), from configuration.
///
/// @param addresses that people see as the sender, by channel
public record PublishedSenders(Map<Channel, String> addresses) {
    public PublishedSenders {
        addresses = Map.copyOf(addresses);
    }

    /// The sender of a channel; null when none is configured.
    public @Nullable Sender of(Channel channel) {
        String address = addresses.get(channel);
        return address == null ? null : new Sender(channel, address);
    }
}
