package io.verigate.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Starts the service in this process.
@Command(
        name = "serve",
        description = "Starts the service; ends with SIGTERM or Ctrl-C.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class)
final class ServeCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Service.run();
        return Verigate.GOOD;
    }
}
