package io.verigate.app;

import io.micronaut.context.annotation.Context;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ruleset.RuleSetFollower;
import io.verigate.ruleset.RuleSetValidator;
import io.verigate.ruleset.ValidationBusy;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes this node look twice in a second whether something else should decide. By the clock of the machine, so that a
/// sandbox whose clock stands still gets its rules too. When the service ends, it ends what is examined: nobody waits for
/// cases then.
@Context
final class RuleSetScheduler implements GracefulShutdownCapable {
    private static final Logger LOG = LoggerFactory.getLogger(RuleSetScheduler.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final RuleSetFollower follower;
    private final RuleSetValidator examiner;
    private final Thread watcher;
    private boolean rung;
    private boolean ended;

    RuleSetScheduler(RuleSetFollower follower, RuleSetValidator examiner) {
        this.follower = follower;
        this.examiner = examiner;
        this.watcher = Thread.ofPlatform().daemon().name("rule-sets").start(this::watch);
    }

    /// Looks at once.
    synchronized void ring() {
        rung = true;
        notifyAll();
    }

    @Override
    public CompletionStage<?> shutdownGracefully() {
        examiner.end();
        return CompletableFuture.completedStage(null);
    }

    @PreDestroy
    void close() throws InterruptedException {
        examiner.end();
        synchronized (this) {
            ended = true;
            notifyAll();
        }
        watcher.join();
    }

    private void watch() {
        try {
            while (pause()) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether to go on.
    private synchronized boolean pause() throws InterruptedException {
        if (!rung && !ended) {
            wait(PAUSE.toMillis());
        }
        rung = false;
        return !ended;
    }

    private void look() {
        try {
            follower.follow();
        } catch (LedgerUnavailable | ValidationBusy e) {
            LOG.debug("the rules go on as they are: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("the rules go on as they are", e);
        }
    }
}
