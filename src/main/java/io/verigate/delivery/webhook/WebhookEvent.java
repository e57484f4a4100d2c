package io.verigate.delivery.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.delivery.OutgoingMessage;
import java.net.URI;
import java.time.Instant;

/// A message as a structured CloudEvent 1.0 in JSON.
final class WebhookEvent {
    /// The media type of one event (CloudEvents JSON format 1.0, 3).
    static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";

    private static final ObjectMapper JSON = new ObjectMapper();

    private WebhookEvent() {}

    static byte[] of(OutgoingMessage message, URI source, Instant now) {
        ObjectNode event = JSON.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", message.id());
        event.put("source", source.toString());
        event.put("type", "io.verigate.message");
        event.put("time", now.toString());
        event.put("datacontenttype", "application/json");
        ObjectNode data = event.putObject("data");
        data.put("channel", message.channel().wireName());
        data.put("to", message.to().text());
        data.put("language", message.language());
        data.put("subject", message.subject());
        data.put("text", message.text());
        data.put("expiresAt", message.expiresAt().toString());
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts is always JSON", impossible);
        }
    }
}
