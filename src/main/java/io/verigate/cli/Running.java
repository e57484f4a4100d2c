package io.verigate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
                request(path)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        return reach(client -> {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Said(response.statusCode(), JSON.readTree(response.body()));
        });
    }

    /// Writes what the service has into a file, as it comes.
    ///
    /// @return an empty body when it is written, else what the service said
    /// @throws MisuseException when there is no key or no service, or the answer breaks off
    Said save(String path, Path file) {
        HttpRequest request = request(path).build();
        return reach(client -> {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() >= ERRORS) {
                    return new Said(response.statusCode(), JSON.readTree(body));
                }
                Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
                return new Said(response.statusCode(), JSON.createObjectNode());
            }
        });
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url.toString().replaceFirst("/$", "") + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key());
    }

    /// A call over the wire.
    private interface Calling {
        Said with(HttpClient client) throws IOException, InterruptedException;
    }

    private Said reach(Calling calling) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return calling.with(client);
        } catch (JsonProcessingException e) {
            throw new MisuseException(
                    "what answers at `%s` is not this service; give `--url`".formatted(url));
        } catch (FileSystemException e) {
            throw new MisuseException(
                    "`%s` cannot be written; name another file".formatted(e.getFile()));
        } catch (IOException e) {
            throw new MisuseException(
                    "nothing answers at `%s`, or not to the end; start the service, or give `--url`"
                            .formatted(url));
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
