package io.verigate.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.delivery.Messages;
import io.verigate.delivery.OutgoingMessage;
import io.verigate.delivery.SendResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The submitted messages, and the results of responses.
@Timeout(30)
final class SmppSenderTest {
    private SmppBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new SmppBench();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void sendsTheGsmAlphabet() throws InterruptedException {
        bench.bind();
        assertThat(bench.sender.send(Messages.sms("m-1", "Ärger: 5 €\n@example.com #123456")))
                .isEqualTo(new SendResult.Accepted("00ab01", false));
        SubmitSm message = bench.smsc.submitted().getFirst();
        assertThat(message.getDataCoding()).isZero();
        assertThat(new String(message.getShortMessage(), StandardCharsets.ISO_8859_1))
                .isEqualTo("[rger: 5 \u001be\n\0example.com #123456");
        assertThat(message.getDestAddress()).isEqualTo("4915112345678");
        assertThat(message.getDestAddrTon()).isEqualTo((byte) 1);
        assertThat(message.getDestAddrNpi()).isEqualTo((byte) 1);
        assertThat(message.getSourceAddr()).isEqualTo("Contoso");
        assertThat(message.getSourceAddrTon()).isEqualTo((byte) 5);
        assertThat(message.getRegisteredDelivery()).isEqualTo((byte) 1);
        assertThat(message.getValidityPeriod()).isEqualTo("000000001000000R");
        assertThat(message.getEsmClass()).isZero();
    }

    @Test
    void sendsUcs2WhenItHasTo() throws InterruptedException {
        bench.bind();
        String text = "確認コード: 123456 😀\n@example.com #123456";
        assertThat(bench.sender.send(Messages.sms("m-1", text)))
                .isInstanceOf(SendResult.Accepted.class);
        SubmitSm message = bench.smsc.submitted().getFirst();
        assertThat(message.getDataCoding()).isEqualTo((byte) 8);
        assertThat(new String(message.getShortMessage(), StandardCharsets.UTF_16BE))
                .isEqualTo(text);
    }

    @Test
    void sendsNoMoreThanOneSegment() throws InterruptedException {
        bench.bind();
        assertThat(bench.sender.send(Messages.sms("m-1", "a".repeat(160))))
                .isInstanceOf(SendResult.Accepted.class);
        assertThat(bench.sender.send(Messages.sms("m-2", "a".repeat(161))))
                .isEqualTo(new SendResult.Rejected("text-too-long"));
        assertThat(bench.sender.send(Messages.sms("m-3", "確".repeat(70))))
                .isInstanceOf(SendResult.Accepted.class);
        assertThat(bench.sender.send(Messages.sms("m-4", "確".repeat(71))))
                .isEqualTo(new SendResult.Rejected("text-too-long"));
    }

    @Test
    void sendsNothingThatIsOfNoUseAnyMore() throws InterruptedException {
        bench.bind();
        OutgoingMessage late = Messages.sms("m-1", "text");
        OutgoingMessage expired =
                new OutgoingMessage(
                        late.id(),
                        late.channel(),
                        late.to(),
                        late.language(),
                        "",
                        late.text(),
                        late.code(),
                        Messages.NOW);
        assertThat(bench.sender.send(expired)).isEqualTo(new SendResult.Rejected("expired"));
        assertThat(bench.sender.send(Messages.email("m-2", "rana@example.org")))
                .isEqualTo(new SendResult.Rejected("not-a-text-message"));
    }

    @ParameterizedTest
    @CsvSource({
        "00000058, throttled, PT1S",
        "00000014, queue-full, PT5S",
        "00000008, smpp-0008, PT0S",
        "00000064, smpp-0064, PT0S",
        "0000000a, smpp-000a, PT0S",
        "00000015, smpp-0015, PT0S",
        "00000048, smpp-0048, PT0S",
        "00000049, smpp-0049, PT0S"
    })
    void temporaryRefusalsAndThoseOfTheSenderAreTriedAgain(
            String status, String reason, Duration after) throws InterruptedException {
        bench.bind();
        bench.smsc.answer(Integer.parseInt(status, 16));
        assertThat(bench.send()).isEqualTo(new SendResult.Retry(reason, after));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0b, 0x61, 0x65, 0x66, 0x33, 0x440})
    void otherRefusalsAreFinal(int status) throws InterruptedException {
        bench.bind();
        bench.smsc.answer(status);
        assertThat(bench.send()).isEqualTo(new SendResult.Rejected("smpp-%04x".formatted(status)));
    }

    @Test
    void slowsDownWhenThrottled() throws InterruptedException {
        bench.bind();
        bench.smsc.answer(SMPPConstant.STAT_ESME_RTHROTTLED);
        bench.send();
        bench.smsc.answer(0);
        // The next slot is a second away, which exceeds the timeout of this test.
        assertThat(bench.send())
                .isInstanceOf(SendResult.Retry.class)
                .extracting("reason")
                .isEqualTo("busy");
        assertThat(bench.smsc.submitted()).hasSize(1);
    }

    @Test
    void noAnswerIsInDoubt() throws InterruptedException {
        bench.bind();
        bench.smsc.fallSilent();
        assertThat(bench.send()).isEqualTo(new SendResult.InDoubt("no-answer"));
        assertThat(bench.smsc.submitted()).hasSize(1);
    }
}
