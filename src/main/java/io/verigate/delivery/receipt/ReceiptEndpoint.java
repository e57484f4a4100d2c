package io.verigate.delivery.receipt;

import java.util.Map;

/// Takes what providers tell of messages they were given. Thread-safe.
public interface ReceiptEndpoint {
    /// Takes one call of a provider, and records what it tells before it returns.
    ///
    /// @param provider as the address of the call names it
    /// @param headers by name in lower case
    /// @param body as it was sent
    Taken take(String provider, Map<String, String> headers, byte[] body);

    /// What came of it.
    enum Taken {
        /// It is recorded, or tells nothing new, or is about a message that is not known any more.
        ACCEPTED,
        /// It overtook the answer to its message, which is not known yet: it has to be told again.
        TOO_EARLY,
        /// There is no such provider.
        UNKNOWN_PROVIDER,
        /// Its signature is missing or wrong.
        NOT_SIGNED,
        /// It is signed and cannot be understood.
        NOT_UNDERSTOOD
    }
}
