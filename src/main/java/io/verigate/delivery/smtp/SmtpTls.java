package io.verigate.delivery.smtp;

/// How a connection to the mail server is protected.
public enum SmtpTls {
    /// In the clear: for a server on this host or in a private network.
    OFF,
    /// STARTTLS when the server offers it (RFC 3207).
    OPTIONAL,
    /// STARTTLS, or nothing is sent.
    REQUIRED,
    /// TLS from the first byte, usually on port 465 (RFC 8314, 3.3).
    IMPLICIT;

    /// Whether nothing is ever sent in the clear.
    boolean always() {
        return this == REQUIRED || this == IMPLICIT;
    }
}
