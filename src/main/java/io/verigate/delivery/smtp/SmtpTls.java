package io.verigate.delivery.smtp;

/// The encryption of connections to the mail server.
public enum SmtpTls {
    /// Unencrypted: for a server on this host or in a private network.
    OFF,
    /// STARTTLS when the server offers it (RFC 3207).
    OPTIONAL,
    /// STARTTLS is required.
    REQUIRED,
    /// TLS from the first byte, usually on port 465 (RFC 8314, 3.3).
    IMPLICIT;

    /// Whether every message is encrypted.
    boolean always() {
        return this == REQUIRED || this == IMPLICIT;
    }
}
