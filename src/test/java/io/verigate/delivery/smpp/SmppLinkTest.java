package io.verigate.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.delivery.Messages;
import io.verigate.delivery.SendResult;
import io.verigate.delivery.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jsmpp.session.SMPPServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Connecting, probing and reconnecting.
@Timeout(30)
final class SmppLinkTest {
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
    void aConnectionLostAfterTheSubmissionIsInDoubt() throws InterruptedException {
        bench.bind();
        bench.smsc.dropOnSubmit();
        assertThat(bench.send()).isInstanceOf(SendResult.InDoubt.class);
    }

    @Test
    void withoutAConnectionIsTriedAgain() {
        assertThat(bench.send())
                .isEqualTo(new SendResult.Retry("not-bound", Duration.ofMillis(20)));
        assertThat(bench.sender.bound()).isFalse();
    }

    @Test
    void aWrongPasswordNeverBinds() throws InterruptedException {
        try (SmppSender stranger =
                SmppBench.sender(bench.smsc.port(), "wrong", bench.receipts::add)) {
            stranger.start();
            bench.bind();
            assertThat(stranger.bound()).isFalse();
        }
    }

    @Test
    void bindsAgainAfterADrop() throws InterruptedException {
        SMPPServerSession session = bench.bind();
        session.close();
        bench.smsc.session();
        bench.awaitBound();
        assertThat(bench.send()).isInstanceOf(SendResult.Accepted.class);
    }

    @Test
    void bindsAgainWhenTheCentreComesBack() throws InterruptedException, IOException {
        SMPPServerSession session = bench.bind();
        int port = bench.smsc.port();
        bench.smsc.close();
        session.close();
        while (bench.sender.bound()) {
            Thread.onSpinWait();
        }
        assertThat(bench.send()).isInstanceOf(SendResult.Retry.class);
        bench.smsc = TestSmsc.onPort(port);
        bench.smsc.session();
        bench.awaitBound();
        assertThat(bench.send()).isInstanceOf(SendResult.Accepted.class);
    }

    @Test
    void probesASilentLink() throws InterruptedException {
        bench.bind();
        assertThat(bench.smsc.probed()).isTrue();
    }

    @Test
    void encryptsWithACertificateOfTheHost(@TempDir Path folder) throws Exception {
        SSLContext tls = TestCertificate.context(folder);
        try (TestSmsc secured =
                        new TestSmsc(
                                tls.getServerSocketFactory()
                                        .createServerSocket(
                                                0, 20, InetAddress.getLoopbackAddress()));
                SmppSender trusting =
                        SmppBench.secured("localhost", secured.port(), tls.getSocketFactory());
                SmppSender elsewhere =
                        SmppBench.secured("127.0.0.1", secured.port(), tls.getSocketFactory())) {
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
}
