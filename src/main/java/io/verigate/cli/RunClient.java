package io.verigate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks a running service for backtests and replays.
final class RunClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/v1/backtests";
    private static final String DATA = "data:";
    private static final int ERRORS = 400;

    private final URI service;
    private final String key;

    private RunClient(URI service, String key) {
        this.service = service;
        this.key = key;
    }

    /// @throws MisuseException when the file cannot be read
    static RunClient of(URI service, Path keyFile) {
        try {
            return new RunClient(service, Files.readString(keyFile).strip());
        } catch (IOException e) {
            throw new MisuseException(
                    "the key cannot be read from `%s`; name a file that holds one with `--key-file`"
                            .formatted(keyFile));
        }
    }

    static ObjectNode order() {
        return JSON.createObjectNode();
    }

    /// Begins one.
    ///
    /// @return its id
    String begin(ObjectNode order) throws IOException {
        return answer("POST", PATH, order).path("id").asText();
    }

    /// Asks it to end with what it has.
    void stop(String id) throws IOException {
        answer("DELETE", PATH + "/" + id, null);
    }

    /// Waits until it is over.
    ///
    /// @param progress hears how far it is
    /// @return how it ended
    JsonNode follow(String id, Consumer<JsonNode> progress) throws IOException {
        HttpURLConnection connection = open("GET", PATH + "/" + id + "/events");
        connection.setRequestProperty("Accept", "text/event-stream");
        check(connection);
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                connection.getInputStream(), StandardCharsets.UTF_8))) {
            JsonNode last = JSON.createObjectNode();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(DATA)) {
                    last = JSON.readTree(line.substring(DATA.length()));
                    progress.accept(last);
                }
            }
            return last;
        }
    }

    private JsonNode answer(String method, String path, @Nullable ObjectNode body)
            throws IOException {
        HttpURLConnection connection = open(method, path);
        if (body != null) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.getOutputStream().write(JSON.writeValueAsBytes(body));
        }
        check(connection);
        try (InputStream answer = connection.getInputStream()) {
            return JSON.readTree(answer);
        }
    }

    private HttpURLConnection open(String method, String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) service.resolve(path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setRequestProperty("Authorization", "Bearer " + key);
        return connection;
    }

    /// @throws IllegalStateException with what the service says
    private void check(HttpURLConnection connection) throws IOException {
        try {
            if (connection.getResponseCode() < ERRORS) {
                return;
            }
        } catch (ConnectException e) {
            throw new IllegalStateException(
                    "nothing answers at %s; start the service, or name it with `--url`"
                            .formatted(service),
                    e);
        }
        throw new IllegalStateException(said(connection));
    }

    private static String said(HttpURLConnection connection) throws IOException {
        try (InputStream error = connection.getErrorStream()) {
            JsonNode problem = JSON.readTree(error);
            JsonNode first = problem.path("errors").path(0);
            return first.isMissingNode()
                    ? problem.path("detail").asText()
                    : "`%s`: %s"
                            .formatted(
                                    first.path("pointer").asText(), first.path("detail").asText());
        } catch (JsonProcessingException e) {
            return "the service answered with status " + connection.getResponseCode();
        }
    }
}
