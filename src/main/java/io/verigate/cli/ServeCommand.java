package io.verigate.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/// Starts the service in this process.
@Command(name = "serve", description = "Starts the service; stop it with SIGTERM or Ctrl-C.")
final class ServeCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Service.run();
        return ExitCode.OK;
    }
}
