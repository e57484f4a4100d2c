package io.verigate.retention;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import io.verigate.ledger.LedgerUnavailable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes this node look every ten minutes, by the clock of the machine, whether something is too old by that of the
/// service.
@Singleton
@Requires(notEnv = "command")
final class RetentionScheduler {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionScheduler.class);
    private static final String PAUSE = "10m";

    private final Retention retention;
    private boolean closed;

    RetentionScheduler(Retention retention) {
        this.retention = retention;
    }

    @PreDestroy
    void close() {
        retention.stop();
        awaitSweep();
    }

    private synchronized void awaitSweep() {
        closed = true;
    }

    @Scheduled(fixedDelay = PAUSE, initialDelay = PAUSE)
    synchronized void sweep() {
        if (closed) {
            return;
        }
        try {
            retention
                    .sweep()
                    .map(deleted -> deleted.values().stream().mapToInt(Integer::intValue).sum())
                    .filter(rows -> rows > 0)
                    .ifPresent(rows -> LOG.info("{} expired rows were deleted", rows));
        } catch (LedgerUnavailable e) {
            LOG.warn("{}: {}", e.getMessage(), reason(e));
        } catch (RuntimeException e) {
            LOG.error("expired rows stay until the next sweep", e);
        }
    }

    private static String reason(LedgerUnavailable e) {
        return e.getCause() == null ? "" : Objects.toString(e.getCause().getMessage());
    }
}
