package io.verigate.delivery.receipt;

import java.util.Map;

/// Accepts the receipts of providers. Thread-safe.
public interface ReceiptEndpoint {
    /// Handles one call of a provider, and records its receipt before returning.
    ///
    /// @param provider name in the path of the call
    /// @param headers by name in lower case
    /// @param body unchanged
    ReceiptOutcome take(String provider, Map<String, String> headers, byte[] body);

    /// The result of a call.
    enum ReceiptOutcome {
        /// It was recorded, is not new, or its message is no longer known.
        ACCEPTED,
        /// Its message is not known yet: the provider must repeat it.
        TOO_EARLY,
        /// The provider is unknown.
        UNKNOWN_PROVIDER,
        /// Its signature is missing or invalid.
        INVALID_SIGNATURE,
        /// It is signed but malformed.
        MALFORMED
    }
}
