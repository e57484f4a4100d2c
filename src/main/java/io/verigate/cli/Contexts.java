package io.verigate.cli;

import io.micronaut.context.ApplicationContext;
import io.verigate.access.ApiKeys;
import io.verigate.access.mariadb.MariaDbApiKeys;
import java.util.function.Function;
import javax.sql.DataSource;

/// Starts what a command needs of the service, and nothing else of it.
final class Contexts {
    /// The environment of commands; `wiring` stays out of it.
    static final String COMMAND = "command";

    private Contexts() {}

    /// Does something with the keys of the database that the service is set to.
    static <T> T withKeys(Function<ApiKeys, T> work) {
        return withDatabase(database -> work.apply(new MariaDbApiKeys(database)));
    }

    /// Does something with the database that the service is set to.
    static <T> T withDatabase(Function<DataSource, T> work) {
        try (ApplicationContext context =
                ApplicationContext.builder()
                        .mainClass(Verigate.class)
                        .environments(COMMAND)
                        .deduceEnvironment(false)
                        .banner(false)
                        .start()) {
            return work.apply(context.getBean(DataSource.class));
        }
    }
}
