package io.verigate.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.delivery.Messages;
import io.verigate.delivery.receipt.DeliveryReceipt;
import io.verigate.delivery.receipt.DeliveryReceipt.Status;
import io.verigate.delivery.receipt.ReceiptListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Receipts from the message centre to the listener.
@Timeout(30)
final class SmppReceiptTest {
    private static final byte RECEIPT = 0x04;

    private SmppBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new SmppBench();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVRD, DELIVERED",
        "EXPIRED, EXPIRED",
        "DELETED, UNDELIVERABLE",
        "UNDELIV, UNDELIVERABLE",
        "ACCEPTD, ACCEPTED",
        "UNKNOWN, UNKNOWN",
        "REJECTD, REJECTED"
    })
    void handsOnReceipts(String word, Status status) throws Exception {
        SMPPServerSession session = bench.bind();
        deliver(
                session,
                "id:00AB01 sub:001 dlvrd:001 submit date:2603040500 done date:2603040505 stat:"
                        + word
                        + " err:034 text:123456");
        assertThat(bench.receipts)
                .containsExactly(
                        new DeliveryReceipt(
                                "00ab01", status, "034", Instant.parse("2026-03-04T05:05:00Z")));
    }

    @Test
    void readsTheFieldsBesideTheText() throws Exception {
        SMPPServerSession session = bench.bind();
        deliver(
                session,
                "",
                new OptionalParameter.Receipted_message_id("00AB07"),
                new OptionalParameter.Message_state((byte) 5));
        deliver(
                session,
                "",
                new OptionalParameter.OctetString(
                        OptionalParameter.Tag.MESSAGE_PAYLOAD.code(),
                        "id:00AB08 stat:EXPIRED err:7".getBytes(StandardCharsets.US_ASCII)));
        assertThat(bench.receipts)
                .containsExactly(
                        new DeliveryReceipt("00ab07", Status.UNDELIVERABLE, "", Messages.NOW),
                        new DeliveryReceipt("00ab08", Status.EXPIRED, "7", Messages.NOW));
    }

    @Test
    void dropsWhatIsNoReceipt() throws Exception {
        SMPPServerSession session = bench.bind();
        deliver(session, (byte) 0, "id:00AB01 stat:DELIVRD");
        deliver(session, "no id here");
        assertThat(bench.receipts).isEmpty();
    }

    @Test
    void asksForAReceiptAgainWhenItCouldNotBeTaken() throws Exception {
        isAskedForAgain(receipt -> {
            throw new IllegalStateException("no database");
        });
    }

    @Test
    void asksForAReceiptAgainWhenItsMessageIsNotKnownYet() throws Exception {
        isAskedForAgain(receipt -> false);
    }

    private void isAskedForAgain(ReceiptListener listener) throws Exception {
        bench.sender.close();
        bench.sender = SmppBench.sender(bench.smsc.port(), TestSmsc.PASSWORD, listener);
        SMPPServerSession session = bench.bind();
        assertThatThrownBy(() -> deliver(session, "id:00AB01 stat:DELIVRD"))
                .isInstanceOf(NegativeResponseException.class)
                .extracting("commandStatus")
                .isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN);
    }

    /// Sends a receipt and waits for its response.
    private static void deliver(SMPPServerSession session, String text, OptionalParameter... fields)
            throws PDUException,
                    ResponseTimeoutException,
                    InvalidResponseException,
                    NegativeResponseException,
                    IOException {
        deliver(session, RECEIPT, text, fields);
    }

    private static void deliver(
            SMPPServerSession session, byte esmClass, String text, OptionalParameter... fields)
            throws PDUException,
                    ResponseTimeoutException,
                    InvalidResponseException,
                    NegativeResponseException,
                    IOException {
        session.deliverShortMessage(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "4915112345678",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "Contoso",
                new ESMClass(esmClass),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                DataCodings.ZERO,
                text.getBytes(StandardCharsets.US_ASCII),
                fields);
    }
}
