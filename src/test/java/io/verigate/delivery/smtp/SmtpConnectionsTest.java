package io.verigate.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.delivery.Messages;
import io.verigate.delivery.SendResult;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sharing of connections.
final class SmtpConnectionsTest {
    private ScriptedSmtp server;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedSmtp();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void reusesItsConnection() {
        try (SmtpSender sender = SmtpSenders.to(server, SmtpTls.OFF, 1)) {
            for (int at = 0; at < 3; at++) {
                assertThat(sender.send(Messages.email("m-" + at, "rana@example.org")))
                        .isInstanceOf(SendResult.Accepted.class);
            }
        }
        assertThat(Collections.frequency(server.heard(), "CONNECT")).isEqualTo(1);
    }

    @Test
    void replacesAConnectionThatDiedWhileIdle() {
        try (SmtpSender sender = SmtpSenders.to(server, SmtpTls.OFF, 1)) {
            sender.send(Messages.email("m-1", "rana@example.org"));
            server.on("NOOP", ScriptedSmtp.DROP);
            assertThat(sender.send(Messages.email("m-2", "rana@example.org")))
                    .isInstanceOf(SendResult.Accepted.class);
        }
        assertThat(Collections.frequency(server.heard(), "CONNECT")).isEqualTo(2);
    }

    @Test
    void neverHoldsMoreConnectionsThanAllowed() throws InterruptedException, ExecutionException {
        try (SmtpSender sender = SmtpSenders.to(server, SmtpTls.OFF, 2);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SendResult>> results =
                    IntStream.range(0, 20)
                            .mapToObj(at ->
                                    threads.submit(() ->
                                            sender.send(
                                                    Messages.email("m-" + at, "rana@example.org"))))
                            .toList();
            for (Future<SendResult> result : results) {
                assertThat(result.get()).isInstanceOf(SendResult.Accepted.class);
            }
        }
        assertThat(Collections.frequency(server.heard(), "CONNECT")).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rana@example.org\r\nRCPT TO:<eve@example.org>",
                "Rana <rana@example.org>",
                "a b@example.org",
                "rana@example.org,eve@example.org",
                "rana(x)@example.org",
                "<rana@example.org>",
                "rana\n@example.org"
            })
    void refusesWhatIsMoreThanAnAddress(String address) {
        try (SmtpSender sender = SmtpSenders.to(server, SmtpTls.OFF, 1)) {
            assertThat(sender.send(Messages.email("m-1", address)))
                    .isEqualTo(new SendResult.Rejected("malformed-address"));
        }
        assertThat(server.heard()).isEmpty();
    }

    @Test
    void asksForSmtputf8OnlyWhenAnAddressNeedsIt() {
        try (SmtpSender sender = SmtpSenders.to(server, SmtpTls.OFF, 1)) {
            assertThat(sender.send(Messages.email("m-1", "räna@example.org")))
                    .isEqualTo(new SendResult.Rejected("server-without-smtputf8"));
            server.on("EHLO", "250-me\r\n250 SMTPUTF8");
        }
        try (SmtpSender sender = SmtpSenders.to(server, SmtpTls.OFF, 1)) {
            sender.send(Messages.email("m-2", "rana@example.org"));
            sender.send(Messages.email("m-3", "räna@example.org"));
        }
        assertThat(server.heard().stream().filter(line -> line.startsWith("MAIL")))
                .containsExactly(
                        "MAIL FROM:<code@example.com>", "MAIL FROM:<code@example.com> SMTPUTF8");
        assertThat(server.heard()).contains("RCPT TO:<räna@example.org>");
    }
}
