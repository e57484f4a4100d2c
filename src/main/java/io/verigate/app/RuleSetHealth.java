package io.verigate.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.verigate.ruleset.NodeState;
import io.verigate.ruleset.RuleSetFollower;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;

/// Tells whether this node decides by the rule set that it should. It stays up when it does not, because it decides
/// well, only by the one before; the metric `verigate.ruleset.refused` and `GET /v1/rulesets/active` tell it.
@Context
final class RuleSetHealth implements HealthIndicator {
    private final RuleSetFollower follower;

    RuleSetHealth(RuleSetFollower follower, MeterRegistry registry) {
        this.follower = follower;
        Gauge.builder("verigate.ruleset.refused", () -> follower.state().inStep() ? 0 : 1)
                .description("1 while this node should decide by a rule set that has faults here")
                .strongReference(true)
                .register(registry);
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(
                HealthResult.builder("ruleset", HealthStatus.UP).details(details()).build());
    }

    private Map<String, String> details() {
        NodeState state = follower.state();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("revision", state.revision());
        NodeState.Refused refused = state.refused();
        if (refused != null) {
            details.put("refused", refused.revision());
            details.put("faults", Integer.toString(refused.faults().size()));
        }
        return details;
    }
}
