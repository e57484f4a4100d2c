package io.verigate.delivery.smpp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.EnquireLink;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerResponseDeliveryAdapter;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.MessageId;

/// A message centre on loopback with configurable responses.
final class TestSmsc implements AutoCloseable {
    static final String PASSWORD = "secret";

    private final ServerSocket socket;
    private final LinkedBlockingDeque<SMPPServerSession> sessions = new LinkedBlockingDeque<>();
    private final List<SubmitSm> submitted = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch probed = new CountDownLatch(1);
    private final Thread listener;
    private volatile int status;
    private volatile boolean silent;
    private volatile boolean dropping;

    TestSmsc(ServerSocket socket) {
        this.socket = socket;
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    static TestSmsc onAnyPort() throws IOException {
        return onPort(0);
    }

    static TestSmsc onPort(int port) throws IOException {
        return new TestSmsc(new ServerSocket(port, 20, InetAddress.getLoopbackAddress()));
    }

    int port() {
        return socket.getLocalPort();
    }

    /// Responds to every message with this status from now on; 0 accepts.
    void answer(int next) {
        status = next;
    }

    /// Stops responding.
    void fallSilent() {
        silent = true;
    }

    /// Disconnects on the next message.
    void dropOnSubmit() {
        dropping = true;
    }

    List<SubmitSm> submitted() {
        return submitted;
    }

    /// Waits for the next session to be bound.
    SMPPServerSession session() throws InterruptedException {
        return Optional.ofNullable(sessions.poll(5, TimeUnit.SECONDS)).orElseThrow();
    }

    /// Whether the link was probed within five seconds.
    boolean probed() throws InterruptedException {
        return probed.await(5, TimeUnit.SECONDS);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket peer = socket.accept();
                Thread.ofVirtual().start(() -> serve(peer));
            } catch (IOException gone) {
                return;
            }
        }
    }

    private void serve(Socket peer) {
        try {
            SMPPServerSession session =
                    new SMPPServerSession(
                            new SocketConnection(peer),
                            (now, before, source) -> {},
                            new Answers(),
                            new ServerResponseDeliveryAdapter() {},
                            5,
                            100);
            BindRequest request = session.waitForBind(5000);
            if (request.getPassword().equals(PASSWORD)) {
                request.accept("smsc");
                sessions.add(session);
            } else {
                request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
            }
        } catch (IOException | TimeoutException | PDUStringException gone) {
            // The client disconnected and will reconnect.
        }
    }

    /// Closes the listener, which frees the port.
    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
            listener.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        sessions.forEach(SMPPServerSession::close);
    }

    private final class Answers extends UnusedRequests {
        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source)
                throws ProcessRequestException {
            submitted.add(message);
            if (dropping) {
                source.close();
            }
            if (silent) {
                waitForTheEnd();
            }
            if (status != 0) {
                throw new ProcessRequestException("no", status);
            }
            try {
                return new SubmitSmResult(
                        new MessageId("00AB%02X".formatted(submitted.size())),
                        new OptionalParameter[0]);
            } catch (PDUStringException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public void onAcceptEnquireLink(EnquireLink enquireLink, Session source) {
            probed.countDown();
        }

        private void waitForTheEnd() {
            try {
                closed.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
