package io.verigate.delivery.outbox;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes due messages from the outbox and delivers them, each on a virtual thread, up to a limit at once.
///
/// A message that was taken and not finished, because this node died or the database was unavailable, is in doubt
/// and never sent again. Starts with the service, but for commands: a second worker of the same name would treat the
/// messages being sent as lost.
@Context
@Requires(notEnv = "command")
public final class OutboxWorker implements OutboxNotifier, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);
    private static final Duration MAX_SLEEP = Duration.ofMillis(250);
    private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);
    private static final Duration ABANDONED_CHECK_INTERVAL = Duration.ofMinutes(1);
    private static final int MAX_CONCURRENT = 64;

    private final Outbox outbox;
    private final DeliveryAttempt attempt;
    private final InstantSource clock;
    private final String node;
    private final int parallel;
    private final Semaphore free;
    private final Semaphore wakeUp = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread loop;
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private Instant nextAbandonedCheck = Instant.MIN;

    public OutboxWorker(
            Outbox outbox,
            DeliveryAttempt attempt,
            InstantSource clock,
            OutboxConfiguration configuration) {
        this.outbox = outbox;
        this.attempt = attempt;
        this.clock = clock;
        this.node = configuration.node();
        this.parallel = configuration.parallel();
        this.free = new Semaphore(parallel);
        this.loop = Thread.ofPlatform().name("outbox-worker").unstarted(this::run);
    }

    /// Starts the worker. Messages that this node took before its last stop become in doubt.
    @PostConstruct
    public void start() {
        loop.start();
    }

    @Override
    public void wake() {
        if (wakeUp.availablePermits() == 0) {
            wakeUp.release();
        }
    }

    /// Whether nothing is due and nothing is being sent. For the sandbox.
    public boolean isIdle() {
        // In this order, because a message that was just taken is no longer due but has a permit.
        return outbox.backlog(clock.instant()).due() == 0 && free.availablePermits() == parallel;
    }

    @Override
    @PreDestroy
    public void close() {
        closing.countDown();
        wake();
        try {
            loop.join();
            threads.shutdown();
            if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
                LOG.warn(
                        "some messages were still being sent when the service stopped; they are in doubt");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean recovered = false;
        while (closing.getCount() > 0) {
            try {
                if (!recovered) {
                    report(outbox.abandoned(node));
                    recovered = true;
                }
                checkAbandoned();
                if (deliverDue() == 0) {
                    wakeUp.tryAcquire(sleep().toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("the outbox cannot be read, retrying: {}", e.getMessage());
                pause();
            }
        }
    }

    private int deliverDue() throws InterruptedException {
        free.acquire();
        int permits = 1 + acquireUpTo(MAX_CONCURRENT - 1);
        List<OutboxMessage> taken = List.of();
        try {
            taken = outbox.take(permits, clock.instant(), node);
        } finally {
            free.release(permits - taken.size());
        }
        for (OutboxMessage message : taken) {
            held.add(message.id());
            threads.execute(() -> deliver(message));
        }
        return taken.size();
    }

    /// Runs in the thread that takes messages, so that nothing is taken meanwhile.
    private void checkAbandoned() {
        Instant now = clock.instant();
        if (!now.isBefore(nextAbandonedCheck)) {
            report(outbox.abandoned(node, held, now));
            nextAbandonedCheck = now.plus(ABANDONED_CHECK_INTERVAL);
        }
    }

    private int acquireUpTo(int most) {
        int permits = 0;
        while (permits < most && free.tryAcquire()) {
            permits++;
        }
        return permits;
    }

    private void deliver(OutboxMessage message) {
        try {
            attempt.carry(message, this::rest);
        } catch (RuntimeException | Error e) {
            // Nobody waits for this thread. A later check finds the message still taken.
            LOG.error(
                    "the result of message {} could not be recorded; it will be in doubt",
                    message.id(),
                    e);
        } finally {
            held.remove(message.id());
            free.release();
        }
    }

    /// Ends early, without another attempt, when this node stops.
    private boolean rest(Duration length) {
        try {
            return !closing.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Duration sleep() {
        Instant now = clock.instant();
        Duration untilDue =
                outbox.nextDue().map(due -> Duration.between(now, due)).orElse(MAX_SLEEP);
        if (untilDue.isNegative() || untilDue.isZero()) {
            return Duration.ofMillis(1);
        }
        return untilDue.compareTo(MAX_SLEEP) < 0 ? untilDue : MAX_SLEEP;
    }

    private void pause() {
        try {
            wakeUp.tryAcquire(PAUSE_AFTER_ERROR.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void report(List<OutboxMessage> doubtful) {
        if (!doubtful.isEmpty()) {
            LOG.warn(
                    "{} messages were being sent when this node stopped or the database went away;"
                            + " they are in doubt and not sent again",
                    doubtful.size());
        }
    }
}
