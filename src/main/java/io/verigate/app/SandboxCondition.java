package io.verigate.app;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import io.micronaut.core.value.PropertyResolver;
import java.util.stream.Stream;

/// Whether the sandbox is on: as `verigate.sandbox.enabled` says, else where nothing real could be mistaken for it.
public final class SandboxCondition implements Condition {
    @Override
    @SuppressWarnings("rawtypes") // The interface is raw.
    public boolean matches(ConditionContext context) {
        return context.getProperty("verigate.sandbox.enabled", Boolean.class)
                .orElseGet(() -> !besideRealThings(context));
    }

    /// Whether the database is external, or a real sender is configured.
    static boolean besideRealThings(PropertyResolver configuration) {
        return Stream.of(
                        "verigate.database.url",
                        "verigate.smtp.from",
                        "verigate.smpp.system-id",
                        "verigate.webhook.url")
                .anyMatch(name ->
                        !configuration.getProperty(name, String.class).orElse("").isBlank());
    }
}
