package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.verigate.http.wire.ExplanationAnswer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Asks a running service for an explanation.
final class RemoteExplanation {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RemoteExplanation() {}

    /// @throws MisuseException when the service does not answer, or has no such decision for this key
    /// @throws IllegalStateException when it cannot explain it; the message is its own
    static ExplanationAnswer get(URI service, Path keyFile, String decision) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            service.toString().replaceFirst("/+$", "")
                                                    + "/v1/decisions/"
                                                    + decision
                                                    + "/explanation"))
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + key(keyFile))
                            .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return read(answer, service);
        } catch (IOException | IllegalArgumentException e) {
            throw new MisuseException(
                    "no service answers at `%s`: start it, or give its address with `--url`"
                            .formatted(service));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MisuseException("interrupted while waiting for `%s`".formatted(service));
        }
    }

    private static ExplanationAnswer read(HttpResponse<String> answer, URI service)
            throws IOException {
        if (answer.statusCode() == HttpURLConnection.HTTP_OK) {
            return JSON.readValue(answer.body(), ExplanationAnswer.class);
        }
        String told =
                "`%s` answers %d: %s"
                        .formatted(service, answer.statusCode(), detail(answer.body()));
        if (answer.statusCode() == HttpURLConnection.HTTP_CONFLICT) {
            throw new IllegalStateException(told);
        }
        throw new MisuseException(told);
    }

    private static String detail(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return problem.path("detail").asText(problem.path("title").asText("no reason given"));
        } catch (IOException e) {
            return "no reason given";
        }
    }

    private static String key(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new MisuseException(
                    "`%s` cannot be read: give a file with an API key by `--key-file`"
                            .formatted(file));
        }
    }
}
