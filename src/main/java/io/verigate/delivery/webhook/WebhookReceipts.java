package io.verigate.delivery.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.verigate.decision.WireEnum;
import io.verigate.delivery.receipt.DeliveryReceipt;
import io.verigate.delivery.receipt.DeliveryReceipt.Status;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/// Parses receipts of the provider: `{"reference": "...", "status": "delivered", "error": "...", "at": "..."}`, signed
/// like the messages. Rejects unsigned requests. A receipt can be replayed for five minutes, so recording it twice must
/// be harmless. Thread-safe.
public final class WebhookReceipts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_REFERENCE_LENGTH = 200;
    private static final int MAX_ERROR_LENGTH = 64;
    private static final Duration MAX_AGE = Duration.ofDays(92);

    private final WebhookSignature signature;
    private final InstantSource clock;

    /// @param clock for the age of signatures
    public WebhookReceipts(WebhookSettings settings, InstantSource clock) {
        signature = new WebhookSignature(settings.secret(), clock);
        this.clock = clock;
    }

    /// Parses one request.
    ///
    /// @param header the value of `Verigate-Signature`; empty without one
    /// @param body unchanged
    public ReceiptRequest read(String header, byte[] body) {
        Optional<String> fault = signature.fault(header, body);
        if (fault.isPresent()) {
            return new ReceiptRequest.Unsigned(fault.get());
        }
        try {
            JsonNode receipt = JSON.readTree(body);
            return receipt.isObject()
                    ? read(receipt)
                    : new ReceiptRequest.Malformed("not-an-object");
        } catch (IOException malformed) {
            return new ReceiptRequest.Malformed("not-json");
        }
    }

    private ReceiptRequest read(JsonNode receipt) {
        String reference = text(receipt, "reference");
        if (reference.isBlank() || reference.length() > MAX_REFERENCE_LENGTH) {
            return new ReceiptRequest.Malformed("no-reference");
        }
        String word = text(receipt, "status").toLowerCase(Locale.ROOT);
        Optional<Status> status = WireEnum.parse(Status.class, word);
        if (status.isEmpty()) {
            return new ReceiptRequest.Malformed("unknown-status");
        }
        String error = text(receipt, "error").replaceAll("[^A-Za-z0-9._-]", "");
        String code =
                error.length() > MAX_ERROR_LENGTH ? error.substring(0, MAX_ERROR_LENGTH) : error;
        return new ReceiptRequest.Received(
                new DeliveryReceipt(reference, status.get(), code, at(receipt)));
    }

    /// The time of the receipt; now when it is missing, malformed, in the future, or before any stored message.
    private Instant at(JsonNode receipt) {
        Instant now = clock.instant();
        try {
            Instant at = OffsetDateTime.parse(text(receipt, "at")).toInstant();
            return at.isAfter(now) || at.isBefore(now.minus(MAX_AGE)) ? now : at;
        } catch (DateTimeException malformed) {
            return now;
        }
    }

    /// A text or a number; empty for anything else.
    private static String text(JsonNode receipt, String field) {
        JsonNode value = receipt.path(field);
        return value.isTextual() || value.isNumber() ? value.asText() : "";
    }
}
