package io.verigate.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Starts the service in this process.
@Command(
        name = "serve",
        description = "Starts the service; ends with SIGTERM or Ctrl-C.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {
    /// Instead of an exit code: the process goes on without its first thread.
    static final int RUNNING = -1;

    @Override
    public Integer call() {
        Service.begin();
        return RUNNING;
    }
}
