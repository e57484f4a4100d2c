package io.verigate.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.verigate.protection.Keys;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Runs through a start without a database, so that Java can keep what it loaded and linked in its AOT cache.
@Command(
        name = "rehearse",
        hidden = true,
        description =
                "Runs through a start without a database; `verigate warm-up` makes later starts quick with it.")
final class RehearseCommand implements Callable<Integer> {
    private static final byte[] REQUEST = "{}".getBytes(StandardCharsets.UTF_8);

    /// Every answer, good or bad, brings its part of the service into the cache.
    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("verigate");
        Path secrets = folder.resolve("secrets");
        try {
            Keys.make(secrets);
            return rehearse(secrets);
        } finally {
            Files.deleteIfExists(secrets);
            Files.delete(folder);
        }
    }

    private static int rehearse(Path secrets) throws IOException {
        try (ApplicationContext service = Service.rehearse(secrets)) {
            URI server = service.getBean(EmbeddedServer.class).getURI();
            int alive = answer(server.resolve("/health/liveness"), false);
            answer(server.resolve("/health/readiness"), false);
            answer(server.resolve("/v1/decisions"), true);
            return alive == HttpURLConnection.HTTP_OK ? Verigate.GOOD : Verigate.NOT_GOOD;
        }
    }

    private static int answer(URI address, boolean withBody) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        if (withBody) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.getOutputStream().write(REQUEST);
        }
        return connection.getResponseCode();
    }
}
