package io.verigate.wiring;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/// Whether the sandbox is on: as `verigate.sandbox.enabled` says, else where the database is the embedded one.
public final class SandboxOn implements Condition {
    @Override
    @SuppressWarnings("rawtypes") // The interface is raw.
    public boolean matches(ConditionContext context) {
        boolean embedded =
                context.getProperty("verigate.database.url", String.class).orElse("").isBlank();
        return context.getProperty("verigate.sandbox.enabled", Boolean.class).orElse(embedded);
    }
}
