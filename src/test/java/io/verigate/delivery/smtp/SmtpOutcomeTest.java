package io.verigate.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.delivery.Messages;
import io.verigate.delivery.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every answer, and every silence, of a mail server means for the message.
final class SmtpOutcomeTest {
    private ScriptedSmtp server;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedSmtp();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 busy, smtp-421",
        "EHLO, 421 closing, smtp-421",
        "MAIL, 451 later, smtp-451",
        "RCPT, 450 greylisted, smtp-450",
        "RCPT, 452 full, smtp-452",
        "RCPT, 421 closing, smtp-421",
        "DATA, 451 later, smtp-451",
        "END, 451 later, smtp-451",
        "END, 452 disk full, smtp-452"
    })
    void temporaryRefusalsAreTriedAgain(String step, String answer, String reason) {
        server.on(step, answer).on("HELO", answer);
        assertThat(send()).isEqualTo(new SendResult.Retry(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 554 no service, smtp-554",
        "MAIL, 550 not you, smtp-550",
        "RCPT, 550 no such user, smtp-550",
        "RCPT, 552 mailbox full, smtp-552",
        "RCPT, 571 refused, smtp-571",
        "DATA, 554 no valid recipients, smtp-554",
        "END, 554 looks like spam, smtp-554"
    })
    void permanentRefusalsAreFinal(String step, String answer, String reason) {
        server.on(step, answer);
        assertThat(send()).isEqualTo(new SendResult.Rejected(reason));
    }

    @Test
    void aRefusalCountsEvenIfTheServerHangsUpAfterIt() {
        server.on("END", "554 looks like spam").on("RSET", ScriptedSmtp.DROP);
        assertThat(send()).isEqualTo(new SendResult.Rejected("smtp-554"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO"})
    void aConnectionLostAtTheStartIsTriedAgain(String step) {
        server.on(step, ScriptedSmtp.DROP);
        assertThat(send()).isEqualTo(new SendResult.Retry("no-connection"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void aConnectionLostBeforeTheEndOfDataIsTriedAgain(String step) {
        server.on(step, ScriptedSmtp.DROP);
        assertThat(send()).isEqualTo(new SendResult.Retry("connection-lost"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void silenceBeforeTheEndOfDataIsTriedAgain(String step) {
        server.on(step, ScriptedSmtp.SILENCE);
        assertThat(send()).isEqualTo(new SendResult.Retry("connection-lost"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedSmtp.DROP, ScriptedSmtp.SILENCE, "nonsense"})
    void noAnswerToTheEndOfDataIsInDoubt(String answer) {
        server.on("END", answer);
        assertThat(send()).isEqualTo(new SendResult.InDoubt("no-answer-to-data"));
    }

    @Test
    void nobodyListening() {
        server.close();
        assertThat(send()).isEqualTo(new SendResult.Retry("no-connection"));
    }

    @Test
    void nothingIsSentInTheClearWhenTlsIsRequired() {
        try (SmtpSender sender = sender(SmtpTls.REQUIRED, 1)) {
            assertThat(sender.send(Messages.email("m-1", "rana@example.org")))
                    .isEqualTo(new SendResult.Retry("no-connection"));
        }
        assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void reusesItsConnection() {
        try (SmtpSender sender = sender(SmtpTls.OFF, 1)) {
            for (int at = 0; at < 3; at++) {
                assertThat(sender.send(Messages.email("m-" + at, "rana@example.org")))
                        .isInstanceOf(SendResult.Accepted.class);
            }
        }
        assertThat(Collections.frequency(server.heard(), "CONNECT")).isEqualTo(1);
    }

    @Test
    void replacesAConnectionThatDiedWhileIdle() {
        try (SmtpSender sender = sender(SmtpTls.OFF, 1)) {
            sender.send(Messages.email("m-1", "rana@example.org"));
            server.on("NOOP", ScriptedSmtp.DROP);
            assertThat(sender.send(Messages.email("m-2", "rana@example.org")))
                    .isInstanceOf(SendResult.Accepted.class);
        }
        assertThat(Collections.frequency(server.heard(), "CONNECT")).isEqualTo(2);
    }

    @Test
    void neverHoldsMoreConnectionsThanAllowed() throws InterruptedException, ExecutionException {
        try (SmtpSender sender = sender(SmtpTls.OFF, 2);
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
        try (SmtpSender sender = sender(SmtpTls.OFF, 1)) {
            assertThat(sender.send(Messages.email("m-1", address)))
                    .isEqualTo(new SendResult.Rejected("malformed-address"));
        }
        assertThat(server.heard()).isEmpty();
    }

    @Test
    void asksForSmtputf8OnlyWhenAnAddressNeedsIt() {
        try (SmtpSender sender = sender(SmtpTls.OFF, 1)) {
            assertThat(sender.send(Messages.email("m-1", "räna@example.org")))
                    .isEqualTo(new SendResult.Rejected("server-without-smtputf8"));
            server.on("EHLO", "250-me\r\n250 SMTPUTF8");
        }
        try (SmtpSender sender = sender(SmtpTls.OFF, 1)) {
            sender.send(Messages.email("m-2", "rana@example.org"));
            sender.send(Messages.email("m-3", "räna@example.org"));
        }
        assertThat(server.heard().stream().filter(line -> line.startsWith("MAIL")))
                .containsExactly(
                        "MAIL FROM:<code@example.com>", "MAIL FROM:<code@example.com> SMTPUTF8");
        assertThat(server.heard()).contains("RCPT TO:<räna@example.org>");
    }

    private SendResult send() {
        try (SmtpSender sender = sender(SmtpTls.OFF, 1)) {
            return sender.send(Messages.email("m-1", "rana@example.org"));
        }
    }

    private SmtpSender sender(SmtpTls tls, int connections) {
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
