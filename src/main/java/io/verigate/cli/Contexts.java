package io.verigate.cli;

import io.micronaut.context.ApplicationContext;

/// Starts what a command needs of the service, without its HTTP server.
final class Contexts {
    /// The environment of commands; jobs of the service do not run in it.
    static final String COMMAND = "command";

    /// The environment in which a start is rehearsed; there is no database in it.
    static final String REHEARSAL = "rehearsal";

    private Contexts() {}

    /// Beans with the configuration of the service, database included. The caller closes it.
    static ApplicationContext command() {
        return ApplicationContext.builder()
                .mainClass(Verigate.class)
                .environments(COMMAND)
                .deduceEnvironment(false)
                .banner(false)
                .start();
    }
}
