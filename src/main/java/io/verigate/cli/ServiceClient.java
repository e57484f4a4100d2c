package io.verigate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// A running service, as commands reach it. Every call fails with a `MisuseException` when there is no key, no such
/// address, or no answer.
final class ServiceClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DATA = "data:";

    @Option(
            names = "--url",
            defaultValue = "http://localhost:8080",
            description = "Where the service is; without it, ${DEFAULT-VALUE}.")
    private URI url = URI.create("");

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            defaultValue = "data/admin.key",
            description = "The file with your API key; without it, ${DEFAULT-VALUE}.")
    private Path keyFile = Path.of("");

    /// Where it is.
    URI url() {
        return url;
    }

    /// A text as one part of a path.
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// What the service said to a call, good or bad.
    ///
    /// @param body JSON; empty for none
    ServiceResponse ask(String method, String path, String body) {
        HttpRequest request =
                request(path)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        return reach(client -> {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new ServiceResponse(response.statusCode(), JSON.readTree(response.body()));
        });
    }

    /// Writes what the service has into a file, as it comes.
    ///
    /// @return an empty body when it is written, else what the service said
    ServiceResponse save(String path, Path file) {
        HttpRequest request = request(path).timeout(PATIENCE).build();
        return reach(client -> {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                ServiceResponse said =
                        new ServiceResponse(response.statusCode(), JSON.createObjectNode());
                if (!said.good()) {
                    return new ServiceResponse(response.statusCode(), JSON.readTree(body));
                }
                Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
                return said;
            }
        });
    }

    /// Hears events until there are no more, for as long as that takes.
    ///
    /// @param each hears every event
    /// @return the last event, or what the service said in their place
    ServiceResponse follow(String path, Consumer<JsonNode> each) {
        HttpRequest request = request(path).header("Accept", "text/event-stream").build();
        return reach(client -> {
            HttpResponse<Stream<String>> response = client.send(request, BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                ServiceResponse last =
                        new ServiceResponse(response.statusCode(), JSON.createObjectNode());
                if (!last.good()) {
                    return new ServiceResponse(
                            last.status(), JSON.readTree(String.join("\n", lines.toList())));
                }
                for (String line : (Iterable<String>) lines::iterator) {
                    if (line.startsWith(DATA)) {
                        last =
                                new ServiceResponse(
                                        last.status(),
                                        JSON.readTree(line.substring(DATA.length())));
                        each.accept(last.body());
                    }
                }
                return last;
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    private HttpRequest.Builder request(String path) {
        boolean known = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!known || url.getHost() == null) {
            throw new MisuseException(
                    "`%s` is no address of a service; write it like `http://localhost:8080` after `--url`"
                            .formatted(url));
        }
        return HttpRequest.newBuilder(URI.create(url.toString().replaceFirst("/+$", "") + path))
                .header("Authorization", "Bearer " + key());
    }

    /// A call over the wire.
    private interface Calling {
        ServiceResponse with(HttpClient client) throws IOException, InterruptedException;
    }

    private ServiceResponse reach(Calling calling) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build()) {
            return calling.with(client);
        } catch (IOException e) {
            throw new MisuseException(failure(url, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MisuseException("interrupted while the service was asked");
        }
    }

    /// Why a call brought no answer, and what to do.
    static String failure(URI url, IOException failure) {
        return switch (failure) {
            case JsonProcessingException e ->
                    "what answers at `%s` is not this service; give `--url`".formatted(url);
            case FileSystemException e ->
                    "`%s` cannot be written; name another file".formatted(e.getFile());
            case ConnectException e -> nobody(url);
            case HttpConnectTimeoutException e -> nobody(url);
            case HttpTimeoutException e ->
                    "the service at `%s` takes longer than %d minutes and may still be at it; see what it did, with `rules history`, before you repeat this"
                            .formatted(url, PATIENCE.toMinutes());
            default ->
                    "the service at `%s` did not answer to the end; see its log, and try again"
                            .formatted(url);
        };
    }

    private static String nobody(URI url) {
        return "nothing answers at `%s`; start the service, or give `--url`".formatted(url);
    }

    private String key() {
        try {
            return Files.readString(keyFile).strip();
        } catch (IOException e) {
            throw new MisuseException(
                    "there is no API key in `%s`; give `--key-file`".formatted(keyFile));
        }
    }
}
