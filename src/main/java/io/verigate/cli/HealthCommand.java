package io.verigate.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/// Checks the readiness of the service on this machine, for containers and scripts.
@Command(
        name = "health",
        description = "Checks whether the service on this machine is ready.",
        exitCodeList = {"0:Ready", "1:Not ready", "2:Invalid usage"})
final class HealthCommand extends CliCommand implements Callable<Integer> {
    private static final int TIMEOUT_MILLIS = 3_000;

    @Option(
            names = "--port",
            defaultValue = "${env:MICRONAUT_SERVER_PORT:-8080}",
            description = "Port of the service. Default: MICRONAUT_SERVER_PORT, else 8080")
    private int port;

    @Override
    public Integer call() {
        boolean ready = ready(URI.create("http://127.0.0.1:%d/health/readiness".formatted(port)));
        out().println(ready ? "ready" : "not ready");
        return ready ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /// `HttpURLConnection` starts no threads and loads few classes: containers run this every few seconds.
    private static boolean ready(URI readiness) {
        try {
            HttpURLConnection connection = (HttpURLConnection) readiness.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
