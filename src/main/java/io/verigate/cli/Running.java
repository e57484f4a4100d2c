package io.verigate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import picocli.CommandLine.Option;

/// A running service, as commands reach it.
final class Running {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ERRORS = 400;

    @Option(
            names = "--url",
            defaultValue = "http://localhost:8080",
            description = "Where the service is; without it, ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private URI url;

    @Option(
            names = "--key-file",
            defaultValue = "data/admin.key",
            description = "The file with your API key; without it, ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private Path keyFile;

    /// What the service said.
    record Said(int status, JsonNode body) {
        boolean good() {
            return status < ERRORS;
        }
    }

    /// What the service said to a call, good or bad.
    ///
    /// @param body JSON; empty for none
    /// @throws MisuseException when there is no key or no service
    Said ask(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url.toString().replaceFirst("/$", "") + path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + key())
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Said(response.statusCode(), JSON.readTree(response.body()));
        } catch (JsonProcessingException e) {
            throw new MisuseException(
                    "what answers at `%s` is not this service; give `--url`".formatted(url));
        } catch (IOException e) {
            throw new MisuseException(
                    "nothing answers at `%s`; start the service, or give `--url`".formatted(url));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MisuseException("interrupted while the service was asked");
        }
    }

    private String key() {
        try {
            return Files.readString(keyFile).strip();
        } catch (IOException e) {
            throw new MisuseException(
                    "there is no API key in `%s`; give `--key-file`"
                            .formatted(Objects.requireNonNull(keyFile)));
        }
    }
}
