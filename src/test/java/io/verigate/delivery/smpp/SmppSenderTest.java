package io.verigate.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.delivery.DeliveryReceipt;
import io.verigate.delivery.DeliveryReceipt.Status;
import io.verigate.delivery.Messages;
import io.verigate.delivery.OutgoingMessage;
import io.verigate.delivery.ReceiptListener;
import io.verigate.delivery.SendResult;
import io.verigate.delivery.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.SMPPServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a message centre of the same library, on loopback.
@Timeout(30)
final class SmppSenderTest {
    private final List<DeliveryReceipt> receipts = new CopyOnWriteArrayList<>();
    private TestSmsc smsc;
    private SmppSender sender;

    @BeforeEach
    void open() throws IOException {
        smsc = TestSmsc.onAnyPort();
        sender = sender(smsc.port(), TestSmsc.PASSWORD, receipts::add);
    }

    @AfterEach
    void close() {
        smsc.close();
        sender.close();
    }

    @Test
    void sendsTheGsmAlphabet() throws InterruptedException {
        bind();
        assertThat(sender.send(Messages.sms("m-1", "Ärger: 5 €\n@example.com #123456")))
                .isEqualTo(new SendResult.Accepted("00ab01", false));
        SubmitSm message = smsc.submitted().getFirst();
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
        bind();
        String text = "確認コード: 123456 😀\n@example.com #123456";
        assertThat(sender.send(Messages.sms("m-1", text))).isInstanceOf(SendResult.Accepted.class);
        SubmitSm message = smsc.submitted().getFirst();
        assertThat(message.getDataCoding()).isEqualTo((byte) 8);
        assertThat(new String(message.getShortMessage(), StandardCharsets.UTF_16BE))
                .isEqualTo(text);
    }

    @Test
    void sendsNoMoreThanOneSegment() throws InterruptedException {
        bind();
        assertThat(sender.send(Messages.sms("m-1", "a".repeat(160))))
                .isInstanceOf(SendResult.Accepted.class);
        assertThat(sender.send(Messages.sms("m-2", "a".repeat(161))))
                .isEqualTo(new SendResult.Rejected("text-too-long"));
        assertThat(sender.send(Messages.sms("m-3", "確".repeat(70))))
                .isInstanceOf(SendResult.Accepted.class);
        assertThat(sender.send(Messages.sms("m-4", "確".repeat(71))))
                .isEqualTo(new SendResult.Rejected("text-too-long"));
    }

    @Test
    void sendsNothingThatIsOfNoUseAnyMore() throws InterruptedException {
        bind();
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
        assertThat(sender.send(expired)).isEqualTo(new SendResult.Rejected("expired"));
        assertThat(sender.send(Messages.email("m-2", "rana@example.org")))
                .isEqualTo(new SendResult.Rejected("not-a-text-message"));
    }

    @ParameterizedTest
    @CsvSource({
        "00000058, throttled, PT1S",
        "00000014, queue-full, PT5S",
        "00000008, smpp-0008, PT0S",
        "00000064, smpp-0064, PT0S"
    })
    void temporaryRefusalsAreTriedAgain(String status, String reason, Duration after)
            throws InterruptedException {
        bind();
        smsc.answer(Integer.parseInt(status, 16));
        assertThat(send()).isEqualTo(new SendResult.Retry(reason, after));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0b, 0x0a, 0x61, 0x65, 0x66, 0x33, 0x440})
    void otherRefusalsAreFinal(int status) throws InterruptedException {
        bind();
        smsc.answer(status);
        assertThat(send()).isEqualTo(new SendResult.Rejected("smpp-%04x".formatted(status)));
    }

    @Test
    void slowsDownWhenThrottled() throws InterruptedException {
        bind();
        smsc.answer(SMPPConstant.STAT_ESME_RTHROTTLED);
        send();
        smsc.answer(0);
        // The next slot is a second away, which is longer than an answer may take here.
        assertThat(send())
                .isInstanceOf(SendResult.Retry.class)
                .extracting("reason")
                .isEqualTo("busy");
        assertThat(smsc.submitted()).hasSize(1);
    }

    @Test
    void noAnswerIsInDoubt() throws InterruptedException {
        bind();
        smsc.fallSilent();
        assertThat(send()).isEqualTo(new SendResult.InDoubt("no-answer"));
        assertThat(smsc.submitted()).hasSize(1);
    }

    @Test
    void aConnectionLostAfterTheSubmissionIsInDoubt() throws InterruptedException {
        bind();
        smsc.dropOnSubmit();
        assertThat(send()).isInstanceOf(SendResult.InDoubt.class);
    }

    @Test
    void withoutAConnectionIsTriedAgain() {
        assertThat(send()).isEqualTo(new SendResult.Retry("not-bound", Duration.ofMillis(20)));
        assertThat(sender.bound()).isFalse();
    }

    @Test
    void aWrongPasswordNeverBinds() throws InterruptedException {
        try (SmppSender stranger = sender(smsc.port(), "wrong", receipts::add)) {
            stranger.start();
            bind();
            assertThat(stranger.bound()).isFalse();
        }
    }

    @Test
    void bindsAgainAfterADrop() throws InterruptedException {
        SMPPServerSession session = bind();
        session.close();
        smsc.session();
        awaitBound();
        assertThat(send()).isInstanceOf(SendResult.Accepted.class);
    }

    @Test
    void bindsAgainWhenTheCentreComesBack() throws InterruptedException, IOException {
        SMPPServerSession session = bind();
        int port = smsc.port();
        smsc.close();
        session.close();
        while (sender.bound()) {
            Thread.onSpinWait();
        }
        assertThat(send()).isInstanceOf(SendResult.Retry.class);
        smsc = TestSmsc.onPort(port);
        smsc.session();
        awaitBound();
        assertThat(send()).isInstanceOf(SendResult.Accepted.class);
    }

    @Test
    void probesASilentLink() throws InterruptedException {
        bind();
        assertThat(smsc.probed()).isTrue();
    }

    @Test
    void keepsToItsWindow() throws Exception {
        bind();
        smsc.fallSilent();
        List<Future<SendResult>> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int at = 0; at < 8; at++) {
                results.add(threads.submit(this::send));
            }
        }
        assertThat(results).extracting(Future::get).contains(new SendResult.InDoubt("no-answer"));
        assertThat(smsc.submitted()).hasSizeLessThanOrEqualTo(8).hasSizeGreaterThanOrEqualTo(4);
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
        SMPPServerSession session = bind();
        TestSmsc.deliver(
                session,
                "id:00AB01 sub:001 dlvrd:001 submit date:2603040500 done date:2603040505 stat:"
                        + word
                        + " err:034 text:123456");
        assertThat(receipts)
                .containsExactly(
                        new DeliveryReceipt(
                                "00ab01", status, "034", Instant.parse("2026-03-04T05:05:00Z")));
    }

    @Test
    void readsTheFieldsBesideTheText() throws Exception {
        SMPPServerSession session = bind();
        TestSmsc.deliver(
                session,
                "",
                new OptionalParameter.Receipted_message_id("00AB07"),
                new OptionalParameter.Message_state((byte) 5));
        TestSmsc.deliver(
                session,
                "",
                new OptionalParameter.OctetString(
                        OptionalParameter.Tag.MESSAGE_PAYLOAD.code(),
                        "id:00AB08 stat:EXPIRED err:7".getBytes(StandardCharsets.US_ASCII)));
        assertThat(receipts)
                .containsExactly(
                        new DeliveryReceipt("00ab07", Status.UNDELIVERABLE, "", Messages.NOW),
                        new DeliveryReceipt("00ab08", Status.EXPIRED, "7", Messages.NOW));
    }

    @Test
    void dropsWhatIsNoReceipt() throws Exception {
        SMPPServerSession session = bind();
        TestSmsc.deliver(session, (byte) 0, "id:00AB01 stat:DELIVRD");
        TestSmsc.deliver(session, "no id here");
        assertThat(receipts).isEmpty();
    }

    @Test
    void asksForAReceiptAgainWhenItCouldNotBeTaken() throws Exception {
        sender.close();
        sender =
                sender(
                        smsc.port(),
                        TestSmsc.PASSWORD,
                        receipt -> {
                            throw new IllegalStateException("no database");
                        });
        SMPPServerSession session = bind();
        assertThatThrownBy(() -> TestSmsc.deliver(session, "id:00AB01 stat:DELIVRD"))
                .isInstanceOf(NegativeResponseException.class)
                .extracting("commandStatus")
                .isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN);
    }

    @Test
    void encryptsWithACertificateOfTheHost(@TempDir Path folder) throws Exception {
        SSLContext tls = TestCertificate.context(folder);
        try (TestSmsc secured =
                        new TestSmsc(
                                tls.getServerSocketFactory()
                                        .createServerSocket(
                                                0, 20, InetAddress.getLoopbackAddress()));
                SmppSender trusting = secured("localhost", secured.port(), tls.getSocketFactory());
                SmppSender elsewhere =
                        secured("127.0.0.1", secured.port(), tls.getSocketFactory())) {
            elsewhere.start();
            trusting.start();
            secured.session();
            while (!trusting.bound()) {
                Thread.onSpinWait();
            }
            assertThat(trusting.send(Messages.sms("m-1", "text")))
                    .isInstanceOf(SendResult.Accepted.class);
            assertThat(elsewhere.bound()).isFalse();
        }
    }

    private SMPPServerSession bind() throws InterruptedException {
        sender.start();
        SMPPServerSession session = smsc.session();
        awaitBound();
        return session;
    }

    private void awaitBound() {
        while (!sender.bound()) {
            Thread.onSpinWait();
        }
    }

    private SendResult send() {
        return sender.send(Messages.sms("m-1", "123456 is your code"));
    }

    private static SmppSender sender(int port, String password, ReceiptListener listener) {
        return new SmppSender(
                settings("localhost", port, password, false),
                listener,
                InstantSource.fixed(Messages.NOW));
    }

    private static SmppSender secured(String host, int port, SSLSocketFactory trust)
            throws GeneralSecurityException {
        SmppSettings settings = settings(host, port, TestSmsc.PASSWORD, true);
        return new SmppSender(settings, receipt -> {}, InstantSource.fixed(Messages.NOW), trust);
    }

    private static SmppSettings settings(String host, int port, String password, boolean tls) {
        return new SmppSettings(
                new SmppServer(
                        host,
                        port,
                        tls,
                        Duration.ofSeconds(2),
                        Duration.ofMillis(500),
                        Duration.ofMillis(200)),
                new SmppLogin("verigate", password, ""),
                new SmppSource("Contoso"),
                new SmppPace(4, 100, Duration.ofMillis(20), Duration.ofMillis(100)),
                ZoneOffset.UTC);
    }
}
