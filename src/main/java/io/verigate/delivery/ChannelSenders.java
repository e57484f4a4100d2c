package io.verigate.delivery;

import io.verigate.decision.Channel;
import java.util.Map;

/// Passes each message to the sender of its channel. Thread-safe if the senders are.
///
/// @param senders by channel; a channel without one rejects its messages
public record ChannelSenders(Map<Channel, MessageSender> senders) implements MessageSender {
    public ChannelSenders {
        senders = Map.copyOf(senders);
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        MessageSender sender = senders.get(message.channel());
        return sender == null
                ? new SendResult.Rejected("no-sender-for-channel")
                : sender.send(message);
    }
}
