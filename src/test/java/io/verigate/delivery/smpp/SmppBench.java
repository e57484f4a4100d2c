package io.verigate.delivery.smpp;

import io.verigate.delivery.Messages;
import io.verigate.delivery.SendResult;
import io.verigate.delivery.receipt.DeliveryReceipt;
import io.verigate.delivery.receipt.ReceiptListener;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.session.SMPPServerSession;

/// A sender and its message centre.
final class SmppBench implements AutoCloseable {
    final List<DeliveryReceipt> receipts = new CopyOnWriteArrayList<>();
    TestSmsc smsc = TestSmsc.onAnyPort();
    SmppSender sender = sender(smsc.port(), TestSmsc.PASSWORD, receipts::add);

    SmppBench() throws IOException {}

    /// Starts the sender and waits until it is bound.
    SMPPServerSession bind() throws InterruptedException {
        sender.start();
        SMPPServerSession session = smsc.session();
        awaitBound();
        return session;
    }

    void awaitBound() {
        while (!sender.bound()) {
            Thread.onSpinWait();
        }
    }

    SendResult send() {
        return sender.send(Messages.sms("m-1", "123456 is your code"));
    }

    @Override
    public void close() {
        smsc.close();
        sender.close();
    }

    static SmppSender sender(int port, String password, ReceiptListener listener) {
        return new SmppSender(
                settings("localhost", port, password, false),
                listener,
                InstantSource.fixed(Messages.NOW));
    }

    static SmppSender secured(String host, int port, SSLSocketFactory trust)
            throws GeneralSecurityException {
        SmppSettings settings = settings(host, port, TestSmsc.PASSWORD, true);
        return new SmppSender(settings, receipt -> true, InstantSource.fixed(Messages.NOW), trust);
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
