package io.verigate.cli;

import static java.net.HttpURLConnection.HTTP_BAD_REQUEST;
import static java.net.HttpURLConnection.HTTP_CREATED;
import static java.net.HttpURLConnection.HTTP_FORBIDDEN;
import static java.net.HttpURLConnection.HTTP_NO_CONTENT;
import static java.net.HttpURLConnection.HTTP_OK;
import static java.net.HttpURLConnection.HTTP_UNAVAILABLE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.verigate.access.ApiKeys;
import io.verigate.access.KeyMaker;
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

/// Runs through a start and some work without a database, so that Java can keep what it loaded, linked and learned in
/// its AOT cache. An answer that is not the expected one fails it: a cache of failures would help nobody.
@Command(
        name = "rehearse",
        hidden = true,
        description =
                "Runs through a start and some work without a database; `verigate warm-up` makes later starts quick with it.")
final class RehearseCommand implements Callable<Integer> {
    /// As many as it takes until Java compiles what each of them runs through.
    private static final int PEOPLE = 300;

    private static final int ERRORS = 400;
    private static final int TOO_EARLY = 429;

    /// What may be done is for the rules in the folder to say.
    private static final Set<Integer> DECIDED =
            Set.of(HTTP_OK, HTTP_CREATED, HTTP_FORBIDDEN, TOO_EARLY);

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        Path data = Files.createTempDirectory("verigate");
        try {
            KeyRing.make(data.resolve("secrets"));
            DatabaseClasses.load();
            try (ApplicationContext service = Service.rehearse(data)) {
                loadAgain(
                        service.getBean(RuleSetRepository.class),
                        service.getBean(RuleSetValidator.class));
                call(service);
            }
            return Verigate.GOOD;
        } finally {
            delete(data);
        }
    }

    /// A start whose rules an earlier one has compiled loads them in another way.
    private static void loadAgain(RuleSetRepository kept, RuleSetValidator examiner) {
        String revision = kept.current().orElseThrow().active();
        examiner.examine(kept.find(revision).orElseThrow());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void call(ApplicationContext service) throws IOException {
        URI server = service.getBean(EmbeddedServer.class).getURI();
        Instant now = service.getBean(InstantSource.class).instant();
        KeyMaker.Made key = new KeyMaker().make("rehearsal", Role.ADMIN, now, null);
        service.getBean(ApiKeys.class).add(key.key(), key.sha256());
        Caller caller = new Caller(server, key.secret());
        caller.expect(Set.of(HTTP_OK), "/health/liveness", "");
        caller.expect(Set.of(HTTP_UNAVAILABLE), "/health/readiness", "");
        caller.expect(Set.of(HTTP_BAD_REQUEST), "/v1/decisions", "{}");
        // Loads the repositories, which find no database.
        caller.expect(Set.of(HTTP_UNAVAILABLE), "/v1/blocks", "");
        for (int person = 0; person < PEOPLE; person++) {
            perform(caller, person);
        }
    }

    /// Somebody new signs in, and asks by e-mail and by SMS for codes, of which one is typed in. It is wrong, because
    /// nobody makes codes here.
    private static void perform(Caller caller, int person) throws IOException {
        String whose =
                "\"account\":\"p%d\",\"source\":{\"ip\":\"81.2.69.%d\",\"device\":\"d%d\"},\"language\":\"en\""
                        .formatted(person, person % 250, person);
        String mail =
                ",\"method\":{\"channel\":\"email\",\"address\":\"p%d@example.com\"}"
                        .formatted(person);
        String sms =
                ",\"method\":{\"channel\":\"sms\",\"address\":\"+44790012%04d\"}".formatted(person);
        caller.expect(Set.of(HTTP_NO_CONTENT), "/v1/noop", "");
        caller.expect(
                Set.of(HTTP_OK), "/v1/decisions", "{\"interaction\":\"sign-in\"," + whose + "}");
        caller.expect(
                Set.of(HTTP_OK),
                "/v1/decisions",
                "{\"interaction\":\"send-code\"," + whose + mail + "}");
        JsonNode sent = caller.expect(DECIDED, "/v1/verifications", "{" + whose + sms + "}");
        if (sent.hasNonNull("id")) {
            caller.expect(
                    DECIDED,
                    "/v1/verifications/" + sent.path("id").asText() + "/check",
                    "{\"code\":\"000000\"}");
        }
    }

    /// Calls the service over HTTP.
    private record Caller(URI server, String key) {
        /// What is answered to a GET, or to a POST with a body.
        ///
        /// @throws IllegalStateException when the status is another
        JsonNode expect(Set<Integer> statuses, String path, String body) throws IOException {
            HttpURLConnection call =
                    (HttpURLConnection) server.resolve(path).toURL().openConnection();
            call.setRequestProperty("Authorization", "Bearer " + key);
            if (!body.isEmpty()) {
                call.setDoOutput(true);
                call.setRequestProperty("Content-Type", "application/json");
                call.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            }
            int status = call.getResponseCode();
            try (InputStream in = status < ERRORS ? call.getInputStream() : call.getErrorStream()) {
                JsonNode answer = JSON.readTree(in);
                if (!statuses.contains(status)) {
                    throw new IllegalStateException(
                            "the rehearsal expected %s of `%s` and got %d: %s"
                                    .formatted(statuses, path, status, answer));
                }
                return answer;
            }
        }

        @Override
        public String toString() {
            return "Caller[" + server + "]";
        }
    }
}
