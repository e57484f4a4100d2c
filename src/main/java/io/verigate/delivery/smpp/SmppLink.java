package io.verigate.delivery.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one transceiver bound: reconnects after a loss, with a growing wait after each failure. Thread-safe.
final class SmppLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);

    /// The number of receipts that are handled concurrently.
    private static final int RECEIPT_THREADS = 3;

    private final SmppSettings settings;
    private final ConnectionFactory sockets;
    private final MessageReceiverListener receipts;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable SMPPSession current;

    SmppLink(SmppSettings settings, ConnectionFactory sockets, MessageReceiverListener receipts) {
        this.settings = settings;
        this.sockets = sockets;
        this.receipts = receipts;
    }

    /// Starts connecting in the background.
    void start() {
        Thread.ofVirtual().name("smpp-link").start(this::keepBound);
    }

    /// The session; empty when no message can be submitted now.
    Optional<SMPPSession> bound() {
        return Optional.ofNullable(current)
                .filter(session -> session.getSessionState().isTransmittable());
    }

    @Override
    public void close() {
        stopped.countDown();
        SMPPSession session = current;
        if (session != null) {
            session.unbindAndClose();
        }
    }

    private void keepBound() {
        Duration wait = settings.pace().firstReconnectWait();
        try {
            do {
                CountDownLatch lost = new CountDownLatch(1);
                if (open(lost)) {
                    wait = settings.pace().firstReconnectWait();
                    lost.await();
                }
                current = null;
                Duration next = wait.multipliedBy(2);
                if (stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                wait =
                        next.compareTo(settings.pace().maxReconnectWait()) > 0
                                ? settings.pace().maxReconnectWait()
                                : next;
            } while (stopped.getCount() > 0);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Binds a new session; false when that failed.
    private boolean open(CountDownLatch lost) {
        SmppServer server = settings.server();
        SMPPSession session = new SMPPSession(sockets);
        session.setTransactionTimer(server.answerTimeout().toMillis());
        session.setEnquireLinkTimer(Math.toIntExact(server.enquireLink().toMillis()));
        session.setPduProcessorDegree(RECEIPT_THREADS);
        session.setMessageReceiverListener(receipts);
        session.addSessionStateListener((now, before, source) -> noteLoss(now, lost));
        try {
            session.connectAndBind(
                    server.host(), server.port(), bind(), server.answerTimeout().toMillis());
        } catch (IOException failure) {
            session.close();
            LOG.warn(
                    "cannot bind to {}:{}: {}", server.host(), server.port(), failure.getMessage());
            return false;
        }
        current = session;
        if (stopped.getCount() == 0) {
            session.unbindAndClose();
        }
        LOG.info("bound to {}:{} as {}", server.host(), server.port(), settings.login().systemId());
        return true;
    }

    private BindParameter bind() {
        SmppLogin login = settings.login();
        return new BindParameter(
                BindType.BIND_TRX,
                login.systemId(),
                login.password(),
                login.systemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
    }

    private void noteLoss(SessionState now, CountDownLatch lost) {
        if (now == SessionState.CLOSED) {
            lost.countDown();
            if (stopped.getCount() > 0) {
                LOG.warn(
                        "connection to {}:{} lost",
                        settings.server().host(),
                        settings.server().port());
            }
        }
    }
}
