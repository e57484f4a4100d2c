package io.verigate.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanContext;
import io.verigate.access.ApiKeys;
import java.util.function.Function;

/// Gives commands the configured database without starting the service.
final class CommandContext {
    /// The environment in which the beans of `app` are not loaded.
    static final String COMMAND = "command";

    private CommandContext() {}

    static <T> T withKeys(Function<ApiKeys, T> work) {
        return withStores(stores -> work.apply(stores.getBean(ApiKeys.class)));
    }

    /// Does something with the stores of the database that the service is set to.
    static <T> T withStores(Function<BeanContext, T> work) {
        try (ApplicationContext context =
                ApplicationContext.builder()
                        .mainClass(Verigate.class)
                        .environments(COMMAND)
                        .deduceEnvironment(false)
                        .banner(false)
                        .start()) {
            return work.apply(context);
        }
    }
}
