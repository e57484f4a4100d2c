package io.verigate.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Asks the service on this machine whether it is ready; for containers and for people who wait for a start.
@Command(
        name = "health",
        description =
                "Asks the service on this machine whether it is ready. Exit code 0: ready; 1: not ready.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class)
final class HealthCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int DEFAULT_PORT = 8080;

    @Option(
            names = "--port",
            description = "The port of the service; without it, MICRONAUT_SERVER_PORT or 8080.")
    private int port;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        URI readiness = URI.create("http://127.0.0.1:%d/health/readiness".formatted(port()));
        boolean ready = ready(readiness);
        spec.commandLine().getOut().println(ready ? "ready" : "not ready");
        return ready ? Verigate.GOOD : Verigate.NOT_GOOD;
    }

    /// The plain old client: it starts no threads and loads few classes, and this runs every few seconds.
    private static boolean ready(URI readiness) {
        try {
            HttpURLConnection connection = (HttpURLConnection) readiness.toURL().openConnection();
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private int port() {
        if (port != 0) {
            return port;
        }
        String told =
                Objects.requireNonNullElse(System.getenv("MICRONAUT_SERVER_PORT"), "").strip();
        try {
            return told.isEmpty() ? DEFAULT_PORT : Integer.parseInt(told);
        } catch (NumberFormatException e) {
            throw new MisuseException(
                    "MICRONAUT_SERVER_PORT is `%s`, which is not a port; set it, or give `--port`"
                            .formatted(told));
        }
    }
}
