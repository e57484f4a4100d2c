package io.verigate.api.rulesets;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.verigate.ruleset.NodeState;
import io.verigate.ruleset.RuleSetFollower;
import io.verigate.ruleset.RuleSetValidator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.reactivestreams.Publisher;

/// Reports whether this node uses the wanted rule set. It stays up if it does not, because it uses the previous one;
/// the metric `verigate.ruleset.refused` and `GET /v1/rulesets/active` show it. A graceful shutdown cancels a
/// validation.
@Context
@Requires(notEnv = "command")
final class RuleSetHealth implements HealthIndicator, GracefulShutdownCapable {
    private final RuleSetFollower follower;
    private final RuleSetValidator validator;

    RuleSetHealth(RuleSetFollower follower, RuleSetValidator validator, MeterRegistry registry) {
        this.follower = follower;
        this.validator = validator;
        Gauge.builder("verigate.ruleset.refused", () -> follower.state().inStep() ? 0 : 1)
                .description("1 while this node rejects the wanted rule set")
                .strongReference(true)
                .register(registry);
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(
                HealthResult.builder("ruleset", HealthStatus.UP).details(details()).build());
    }

    @Override
    public CompletionStage<?> shutdownGracefully() {
        validator.end();
        return CompletableFuture.completedStage(null);
    }

    private Map<String, String> details() {
        NodeState state = follower.state();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("revision", state.revision());
        NodeState.RejectedRuleSet refused = state.refused();
        if (refused != null) {
            details.put("refused", refused.revision());
            details.put("faults", Integer.toString(refused.faults().size()));
        }
        return details;
    }
}
