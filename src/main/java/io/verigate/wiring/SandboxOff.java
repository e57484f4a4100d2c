package io.verigate.wiring;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/// The opposite of `SandboxOn`.
public final class SandboxOff implements Condition {
    private final SandboxOn on = new SandboxOn();

    @Override
    @SuppressWarnings("rawtypes") // The interface is raw.
    public boolean matches(ConditionContext context) {
        return !on.matches(context);
    }
}
