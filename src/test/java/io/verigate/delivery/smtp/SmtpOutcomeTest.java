package io.verigate.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.delivery.Messages;
import io.verigate.delivery.SendResult;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The result of every response, and missing response, of a mail server.
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

    /// A rejection of this service does not reject the person.
    @ParameterizedTest
    @CsvSource({
        "GREETING, 554 no service, smtp-554",
        "EHLO, 550 not from there, smtp-550",
        "MAIL, 550 not you, smtp-550",
        "MAIL, 530 sign in first, smtp-530"
    })
    void refusalsOfTheSenderAreTriedAgain(String step, String answer, String reason) {
        server.on(step, answer).on("HELO", answer);
        assertThat(send()).isEqualTo(new SendResult.Retry(reason));
    }

    @Test
    void aRefusalOfTheSenderIsNoneOfTheNextRecipient() {
        try (SmtpSender sender = SmtpSenders.to(server, SmtpTls.OFF, 1)) {
            assertThat(sender.send(Messages.email("m-1", "rana@example.org")))
                    .isInstanceOf(SendResult.Accepted.class);
            server.on("MAIL", "550 not you");
            assertThat(sender.send(Messages.email("m-2", "rana@example.org")))
                    .isEqualTo(new SendResult.Retry("smtp-550"));
        }
    }

    @ParameterizedTest
    @CsvSource({
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
        try (SmtpSender sender = SmtpSenders.to(server, SmtpTls.REQUIRED, 1)) {
            assertThat(sender.send(Messages.email("m-1", "rana@example.org")))
                    .isEqualTo(new SendResult.Retry("no-connection"));
        }
        assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }

    private SendResult send() {
        try (SmtpSender sender = SmtpSenders.to(server, SmtpTls.OFF, 1)) {
            return sender.send(Messages.email("m-1", "rana@example.org"));
        }
    }
}
