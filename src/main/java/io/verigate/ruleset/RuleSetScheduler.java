package io.verigate.ruleset;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import io.verigate.ledger.LedgerUnavailable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes this node look twice a second, and when woken, whether something else should decide. By the clock of the
/// machine, so that a sandbox whose clock stands still gets its rules too. When the service ends, so does a validation:
/// nobody waits for cases then.
@Singleton
@Requires(notEnv = "command")
final class RuleSetScheduler implements RuleSetNotifier {
    private static final Logger LOG = LoggerFactory.getLogger(RuleSetScheduler.class);
    private static final String PAUSE = "500ms";

    private final RuleSetFollower follower;
    private final RuleSetValidator validator;
    private boolean closed;

    RuleSetScheduler(RuleSetFollower follower, RuleSetValidator validator) {
        this.follower = follower;
        this.validator = validator;
    }

    @Override
    public void wake() {
        Thread.ofVirtual().name("rule-sets").start(this::look);
    }

    @PreDestroy
    void close() {
        validator.end();
        awaitLook();
    }

    private synchronized void awaitLook() {
        closed = true;
    }

    @Scheduled(fixedDelay = PAUSE, initialDelay = PAUSE)
    synchronized void look() {
        if (closed) {
            return;
        }
        try {
            follower.follow();
        } catch (LedgerUnavailable | ValidationBusy e) {
            LOG.debug("the active rule set stays: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("the active rule set stays", e);
        }
    }
}
