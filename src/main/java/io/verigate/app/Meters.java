package io.verigate.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.verigate.assessment.DecisionListener;
import io.verigate.decision.Decision;
import io.verigate.delivery.OutgoingMessage;
import io.verigate.delivery.outbox.DeliveryAttempt;
import io.verigate.delivery.outbox.Outbox;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.journal.ShadowDifference;
import io.verigate.retention.RetainedKind;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Counts what happens, for Prometheus. No label names an account or an address. Thread-safe.
@Singleton
public final class Meters implements DecisionListener, DeliveryAttempt.SendListener {
    private final MeterRegistry registry;
    private final MeterProvider<Counter> decisions;
    private final Timer rules;
    private final DistributionSummary batches;
    private final Timer commits;

    Meters(MeterRegistry registry) {
        this.registry = registry;
        this.decisions =
                Counter.builder("verigate.decisions")
                        .description("Decisions by verdict and leading reason")
                        .withRegistry(registry);
        this.rules =
                Timer.builder("verigate.rules")
                        .description("How long rules take for one set of facts")
                        .publishPercentileHistogram()
                        .register(registry);
        this.batches =
                DistributionSummary.builder("verigate.batch.size")
                        .description("How many requests share one transaction")
                        .register(registry);
        this.commits =
                Timer.builder("verigate.commit")
                        .description("How long one transaction of the ledger takes")
                        .publishPercentileHistogram()
                        .register(registry);
    }

    @Override
    public void decided(Decision decision) {
        String reason =
                decision.reasons().isEmpty() ? "none" : decision.reasons().getFirst().code();
        decisions.withTags("verdict", decision.verdict().wireName(), "reason", reason).increment();
    }

    @Override
    public void differed(ShadowDifference difference) {
        registry.counter(
                        difference.ofRule() ? "verigate.shadow.rule" : "verigate.shadow.candidate",
                        "rule",
                        difference.rule(),
                        "verdict",
                        difference.verdict(),
                        "other",
                        difference.other(),
                        "region",
                        difference.region())
                .increment();
    }

    /// One evaluation of the rules.
    public void evaluated(Duration took) {
        rules.record(took);
    }

    /// One transaction of the ledger.
    ///
    /// @param took from its first statement to the end of the commit
    public void committed(int requests, Duration took) {
        batches.record(requests);
        commits.record(took);
    }

    /// One message was handed to its provider.
    @Override
    public void sent(OutboxMessage message, OutgoingMessage outgoing, String outcome) {
        Counter.builder("verigate.sends")
                .description("Messages handed to their providers, by channel and outcome")
                .tags("channel", outgoing.channel().wireName(), "outcome", outcome)
                .register(registry)
                .increment();
    }

    /// Rows that were too old were deleted.
    public void purged(RetainedKind kept, int deleted) {
        Counter.builder("verigate.retention.deleted")
                .description("Rows that were deleted because of their age, by kind")
                .tags("kind", kept.wireName())
                .register(registry)
                .increment(deleted);
    }

    /// Shows from now on how long the oldest due message has waited; 0 when none waits.
    void watch(Outbox outbox, InstantSource clock) {
        Supplier<Number> oldest =
                () ->
                        outbox.backlog(clock.instant())
                                .oldest()
                                .map(due ->
                                        Duration.between(due, clock.instant()).toMillis() / 1000.0)
                                .orElse(0.0);
        Gauge.builder("verigate.outbox.oldest", oldest)
                .description("How long the oldest message that is due has waited")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
    }
}
