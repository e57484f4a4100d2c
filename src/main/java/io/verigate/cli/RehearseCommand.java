package io.verigate.cli;

import static java.net.HttpURLConnection.HTTP_BAD_REQUEST;
import static java.net.HttpURLConnection.HTTP_CREATED;
import static java.net.HttpURLConnection.HTTP_FORBIDDEN;
import static java.net.HttpURLConnection.HTTP_NO_CONTENT;
import static java.net.HttpURLConnection.HTTP_OK;
import static java.net.HttpURLConnection.HTTP_UNAVAILABLE;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.verigate.access.ApiKeyGenerator;
import io.verigate.access.ApiKeys;
import io.verigate.access.Role;
import io.verigate.crypto.KeyRing;
import io.verigate.ruleset.RuleSetRepository;
import io.verigate.ruleset.RuleSetValidator;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/// Starts the service without a database and sends requests, so that Java can store loaded classes and profiles in its
/// AOT cache. An unexpected response fails it, because a cache of failures is useless.
@Command(
        name = "rehearse",
        hidden = true,
        description =
                "Starts the service without a database and sends requests; `verigate warm-up` uses it to build the AOT cache.")
final class RehearseCommand implements Callable<Integer> {
    /// Enough for Java to compile the methods that every request uses.
    private static final int PEOPLE = 300;

    private static final int TOO_MANY_REQUESTS = 429;

    /// The verdict depends on the rules in the folder.
    private static final Set<Integer> ANY_VERDICT =
            Set.of(HTTP_OK, HTTP_CREATED, HTTP_FORBIDDEN, TOO_MANY_REQUESTS);

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        Path data = Files.createTempDirectory("verigate");
        try {
            KeyRing.make(data.resolve("secrets"));
            DatabaseClasses.load();
            try (ApplicationContext service = Service.rehearse(data)) {
                reloadRules(
                        service.getBean(RuleSetRepository.class),
                        service.getBean(RuleSetValidator.class));
                sendRequests(service);
            }
            return ExitCode.OK;
        } finally {
            delete(data);
        }
    }

    /// Rules that an earlier start has compiled are loaded on another code path.
    private static void reloadRules(RuleSetRepository versions, RuleSetValidator validator) {
        String revision = versions.current().orElseThrow().active();
        validator.examine(versions.find(revision).orElseThrow());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void sendRequests(ApplicationContext service) throws IOException {
        URI server = service.getBean(EmbeddedServer.class).getURI();
        Instant now = service.getBean(InstantSource.class).instant();
        ApiKeyGenerator.NewApiKey key =
                new ApiKeyGenerator().make("rehearsal", Role.ADMIN, now, null);
        service.getBean(ApiKeys.class).add(key.key(), key.sha256());
        RehearsalClient client = new RehearsalClient(server, key.secret());
        client.call(Set.of(HTTP_OK), "/health/liveness", "");
        client.call(Set.of(HTTP_UNAVAILABLE), "/health/readiness", "");
        client.call(Set.of(HTTP_BAD_REQUEST), "/v1/decisions", "{}");
        // Loads the repositories, which find no database.
        client.call(Set.of(HTTP_UNAVAILABLE), "/v1/blocks", "");
        for (int person = 0; person < PEOPLE; person++) {
            signInAndVerify(client, person);
        }
    }

    /// A new person signs in, requests codes by e-mail and SMS, and enters a wrong one.
    private static void signInAndVerify(RehearsalClient client, int person) throws IOException {
        String who =
                "\"account\":\"p%d\",\"source\":{\"ip\":\"81.2.69.%d\",\"device\":\"d%d\"},\"language\":\"en\""
                        .formatted(person, person % 250, person);
        String email =
                ",\"method\":{\"channel\":\"email\",\"address\":\"p%d@example.com\"}"
                        .formatted(person);
        String sms =
                ",\"method\":{\"channel\":\"sms\",\"address\":\"+44790012%04d\"}".formatted(person);
        client.call(Set.of(HTTP_NO_CONTENT), "/v1/noop", "");
        client.call(Set.of(HTTP_OK), "/v1/decisions", "{\"interaction\":\"sign-in\"," + who + "}");
        client.call(
                Set.of(HTTP_OK),
                "/v1/decisions",
                "{\"interaction\":\"send-code\"," + who + email + "}");
        JsonNode sent = client.call(ANY_VERDICT, "/v1/verifications", "{" + who + sms + "}");
        if (sent.hasNonNull("id")) {
            client.call(
                    ANY_VERDICT,
                    "/v1/verifications/" + sent.path("id").asText() + "/check",
                    "{\"code\":\"000000\"}");
        }
    }

    private record RehearsalClient(URI server, String key) {
        /// Sends a GET, or a POST when there is a body, and returns the response.
        ///
        /// @throws IllegalStateException when the status is not an expected one
        JsonNode call(Set<Integer> expected, String path, String body) throws IOException {
            HttpURLConnection call =
                    (HttpURLConnection) server.resolve(path).toURL().openConnection();
            call.setRequestProperty("Authorization", "Bearer " + key);
            if (!body.isEmpty()) {
                call.setDoOutput(true);
                call.setRequestProperty("Content-Type", "application/json");
                call.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            }
            int status = call.getResponseCode();
            try (InputStream in =
                    status < HTTP_BAD_REQUEST ? call.getInputStream() : call.getErrorStream()) {
                JsonNode response = OutputOptions.JSON.readTree(in);
                if (!expected.contains(status)) {
                    throw new IllegalStateException(
                            "the rehearsal expected %s from `%s` but got %d: %s"
                                    .formatted(expected, path, status, response));
                }
                return response;
            }
        }

        @Override
        public String toString() {
            return "RehearsalClient[" + server + "]";
        }
    }
}
