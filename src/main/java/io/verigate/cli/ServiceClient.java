package io.verigate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Calls a running service. Every call throws a `UsageException` when the key or the address is missing or invalid, or
/// the service does not respond.
final class ServiceClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final String DATA = "data:";

    @Option(
            names = "--url",
            defaultValue = "http://localhost:8080",
            description = "URL of the service. Default: ${DEFAULT-VALUE}")
    private URI url = URI.create("");

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            defaultValue = "data/admin.key",
            description = "File that contains your API key. Default: ${DEFAULT-VALUE}")
    private Path keyFile = Path.of("");

    /// Reads the body of a successful response.
    private interface BodyReader {
        JsonNode read(InputStream body) throws IOException;
    }

    URI url() {
        return url;
    }

    /// Encodes text as one segment of a path.
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    ServiceResponse get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    ServiceResponse delete(String path) {
        return call("DELETE", path, BodyPublishers.noBody());
    }

    ServiceResponse post(String path, JsonNode body) {
        return call("POST", path, BodyPublishers.ofString(body.toString()));
    }

    /// Makes a call for a revision; without one, for the revision that should be active.
    ServiceResponse forRevision(@Nullable String revision, Function<String, ServiceResponse> call) {
        return revision == null
                ? get("/v1/rulesets/active")
                        .then(active -> call.apply(active.path("wanted").asText()))
                : call.apply(revision);
    }

    /// Activates a revision.
    ///
    /// @param options of the activation, for example its `share`
    ServiceResponse activate(String revision, JsonNode options) {
        return post("/v1/rulesets/" + segment(revision) + "/activate", options);
    }

    /// Downloads a resource into a file.
    ///
    /// @return a response with an empty object once the file is written
    ServiceResponse download(String path, Path file) {
        return send(
                request(path).timeout(TIMEOUT).build(),
                body -> {
                    Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
                    return OutputOptions.JSON.createObjectNode();
                });
    }

    /// Reads a stream of events to its end, without a time limit.
    ///
    /// @param listener receives every event
    /// @return a response with the last event
    ServiceResponse events(String path, Consumer<JsonNode> listener) {
        return send(
                request(path).header("Accept", "text/event-stream").build(),
                body -> {
                    JsonNode last = OutputOptions.JSON.createObjectNode();
                    BufferedReader lines =
                            new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        if (line.startsWith(DATA)) {
                            last = OutputOptions.JSON.readTree(line.substring(DATA.length()));
                            listener.accept(last);
                        }
                    }
                    return last;
                });
    }

    private ServiceResponse call(String method, String path, BodyPublisher body) {
        HttpRequest request =
                request(path)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .method(method, body)
                        .build();
        return send(request, OutputOptions.JSON::readTree);
    }

    private HttpRequest.Builder request(String path) {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null) {
            throw new UsageException(
                    "`%s` is not the URL of a service; `--url` must look like `http://localhost:8080`"
                            .formatted(url));
        }
        return HttpRequest.newBuilder(URI.create(url.toString().replaceFirst("/+$", "") + path))
                .header("Authorization", "Bearer " + key());
    }

    private ServiceResponse send(HttpRequest request, BodyReader reader) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build()) {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                int status = response.statusCode();
                return new ServiceResponse(
                        status,
                        status < HttpURLConnection.HTTP_BAD_REQUEST
                                ? reader.read(body)
                                : OutputOptions.JSON.readTree(body));
            }
        } catch (IOException e) {
            throw new UsageException(failure(url, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException("interrupted while waiting for the service");
        }
    }

    /// Explains why a call failed and what to do.
    static String failure(URI url, IOException failure) {
        return switch (failure) {
            case JsonProcessingException e ->
                    "the server at `%s` is not a Verigate service; check `--url`".formatted(url);
            case FileSystemException e ->
                    "cannot write `%s`; choose another file".formatted(e.getFile());
            case ConnectException e -> unreachable(url);
            case HttpConnectTimeoutException e -> unreachable(url);
            case HttpTimeoutException e ->
                    "the service at `%s` did not respond within %d minutes and may still be working; check `rules history` before you retry"
                            .formatted(url, TIMEOUT.toMinutes());
            default ->
                    "the connection to the service at `%s` was lost; check its log and retry"
                            .formatted(url);
        };
    }

    private static String unreachable(URI url) {
        return "cannot connect to `%s`; start the service or set `--url`".formatted(url);
    }

    private String key() {
        try {
            return Files.readString(keyFile).strip();
        } catch (IOException e) {
            throw new UsageException(
                    "cannot read the API key file `%s`; set `--key-file`".formatted(keyFile));
        }
    }
}
