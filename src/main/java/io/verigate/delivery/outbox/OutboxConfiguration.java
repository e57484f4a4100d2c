package io.verigate.delivery.outbox;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// How messages are taken from the outbox; set under `verigate.delivery`.
///
/// @param node name of this node, the same after a restart and different on every node
/// @param parallel maximum number of concurrent delivery attempts, 1 to 1000
@ConfigurationProperties("verigate.delivery")
public record OutboxConfiguration(
        @Bindable(defaultValue = "node-1") String node,
        @Bindable(defaultValue = "64") int parallel) {
    /// @throws IllegalArgumentException when a value is outside its range
    public OutboxConfiguration {
        if (parallel < 1 || parallel > 1_000) {
            throw new IllegalArgumentException(
                    "`verigate.delivery.parallel` has to be from 1 to 1000");
        }
        if (node.isBlank() || node.length() > 100) {
            throw new IllegalArgumentException(
                    "`verigate.delivery.node` has to be a name of 1 to 100 letters");
        }
    }
}
