package io.verigate.app;

import io.micronaut.context.annotation.Context;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.retention.Retention;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes this node look every ten minutes, by the clock of the machine, whether something is too old by that of the
/// service.
@Context
final class RetentionScheduler {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionScheduler.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Retention retention;
    private final Thread watcher;
    private boolean ended;

    RetentionScheduler(Retention retention) {
        this.retention = retention;
        this.watcher = Thread.ofPlatform().daemon().name("retention").start(this::watch);
    }

    @PreDestroy
    void close() throws InterruptedException {
        retention.stop();
        synchronized (this) {
            ended = true;
            notifyAll();
        }
        watcher.join();
    }

    private void watch() {
        try {
            while (pause()) {
                sweep();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether to go on.
    private synchronized boolean pause() throws InterruptedException {
        if (!ended) {
            wait(PAUSE.toMillis());
        }
        return !ended;
    }

    private static String reason(LedgerUnavailable e) {
        return e.getCause() == null ? "" : Objects.toString(e.getCause().getMessage());
    }

    private void sweep() {
        try {
            retention
                    .sweep()
                    .map(deleted -> deleted.values().stream().mapToInt(Integer::intValue).sum())
                    .filter(rows -> rows > 0)
                    .ifPresent(rows -> LOG.info("{} rows were old enough to go", rows));
        } catch (LedgerUnavailable e) {
            LOG.warn("{}: {}", e.getMessage(), reason(e));
        } catch (RuntimeException e) {
            LOG.error("what is too old stays until the next time", e);
        }
    }
}
