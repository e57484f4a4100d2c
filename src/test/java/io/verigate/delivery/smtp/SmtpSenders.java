package io.verigate.delivery.smtp;

import io.verigate.delivery.Messages;
import java.time.Duration;
import java.time.InstantSource;

/// Senders to a scripted server.
final class SmtpSenders {
    private SmtpSenders() {}

    static SmtpSender to(ScriptedSmtp server, SmtpTls tls, int connections) {
        SmtpServer settings =
                new SmtpServer(
                        "127.0.0.1",
                        server.port(),
                        tls,
                        "",
                        "",
                        Duration.ofSeconds(2),
                        Duration.ofMillis(400),
                        connections);
        PublishedSender from = new PublishedSender("code@example.com", "Contoso", "example.com");
        return new SmtpSender(settings, from, InstantSource.fixed(Messages.NOW));
    }
}
