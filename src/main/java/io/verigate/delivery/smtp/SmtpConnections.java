package io.verigate.delivery.smtp;

import io.verigate.delivery.SendResult;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// A pool of connections to the mail server, each used by one thread at a time and kept open for a short while.
/// Thread-safe.
final class SmtpConnections implements AutoCloseable {
    /// Well below the five minutes that a server must wait for the next command (RFC 5321, 4.5.3.2.7).
    private static final Duration MAX_IDLE = Duration.ofSeconds(30);

    private final SmtpServer server;
    private final Session session;
    private final InstantSource clock;
    private final Semaphore slots;
    private final ConcurrentLinkedDeque<IdleConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    SmtpConnections(SmtpServer server, Session session, InstantSource clock) {
        this.server = server;
        this.session = session;
        this.clock = clock;
        slots = new Semaphore(server.connections());
    }

    /// Uses a connection for one message. Waits up to the connect timeout for a free one.
    SendResult with(Function<SmtpConversation, SendResult> use) {
        try {
            if (!slots.tryAcquire(server.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return new SendResult.Retry("all-connections-busy");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new SendResult.Retry("interrupted");
        }
        try {
            return send(use);
        } finally {
            slots.release();
        }
    }

    private SendResult send(Function<SmtpConversation, SendResult> use) {
        Optional<SmtpConversation> kept = reusable();
        SmtpConversation conversation = kept.orElseGet(() -> new SmtpConversation(session));
        boolean keep = false;
        try {
            if (kept.isEmpty()) {
                connect(conversation);
            }
            SendResult result = use.apply(conversation);
            keep = result instanceof SendResult.Accepted || result instanceof SendResult.Rejected;
            return result;
        } catch (MessagingException failure) {
            return conversation.failure("no-connection");
        } finally {
            if (keep && !closed) {
                idle.push(new IdleConnection(conversation, clock.instant()));
            } else {
                disconnect(conversation);
            }
        }
    }

    private void connect(SmtpConversation conversation) throws MessagingException {
        if (server.user().isEmpty()) {
            conversation.connect(server.host(), server.port(), null, null);
        } else {
            conversation.connect(server.host(), server.port(), server.user(), server.password());
        }
    }

    /// An idle connection that is still alive.
    private Optional<SmtpConversation> reusable() {
        for (IdleConnection next = idle.poll(); next != null; next = idle.poll()) {
            boolean fresh = clock.instant().isBefore(next.since().plus(MAX_IDLE));
            if (fresh && next.conversation().isConnected()) {
                return Optional.of(next.conversation());
            }
            disconnect(next.conversation());
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
        for (IdleConnection next = idle.poll(); next != null; next = idle.poll()) {
            disconnect(next.conversation());
        }
    }

    private static void disconnect(SmtpConversation conversation) {
        try {
            conversation.close();
        } catch (MessagingException ignored) {
            // The server closed the connection first.
        }
    }

    private record IdleConnection(SmtpConversation conversation, Instant since) {}
}
