package io.verigate.delivery.webhook;

import io.verigate.delivery.receipt.ReceiptEndpoint;
import io.verigate.delivery.receipt.ReceiptListener;
import java.util.Map;
import java.util.Optional;

/// Accepts the receipts of the webhook provider.
public final class WebhookReceiptEndpoint implements ReceiptEndpoint {
    /// The name of the provider in the path.
    public static final String NAME = "webhook";

    private static final String SIGNATURE = "verigate-signature";

    private final Optional<WebhookReceipts> receipts;
    private final ReceiptListener listener;

    /// @param receipts empty when no webhook is configured
    public WebhookReceiptEndpoint(Optional<WebhookReceipts> receipts, ReceiptListener listener) {
        this.receipts = receipts;
        this.listener = listener;
    }

    @Override
    public ReceiptOutcome take(String provider, Map<String, String> headers, byte[] body) {
        if (receipts.isEmpty() || !provider.equals(NAME)) {
            return ReceiptOutcome.UNKNOWN_PROVIDER;
        }
        return switch (receipts.get().read(headers.getOrDefault(SIGNATURE, ""), body)) {
            case ReceiptRequest.Received received ->
                    listener.received(received.receipt())
                            ? ReceiptOutcome.ACCEPTED
                            : ReceiptOutcome.TOO_EARLY;
            case ReceiptRequest.Unsigned unsigned -> ReceiptOutcome.INVALID_SIGNATURE;
            case ReceiptRequest.Malformed malformed -> ReceiptOutcome.MALFORMED;
        };
    }
}
