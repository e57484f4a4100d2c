package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service that watches its folder: what is saved there decides soon, and nobody has to call it.
final class FolderWatchTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Two seconds are promised, and as much again for a machine that builds and tests at the same time.
    private static final Duration SOON = Duration.ofSeconds(4);

    private static final String RULE =
            """
            rule "A code waits"
              @id("TT-001")
              @summary("Every code waits")
              @reason("high-volume")
              @owner("test")
              @requirement("S02")
              @since("2026-11-24")
            when
              Request( asksForCode, $wait : pause )
            then
              findings.wait($wait);
            end
            """;

    @TempDir private Path home;

    @Test
    void whatIsSavedDecidesSoonAndWhatIsBrokenChangesNothing() throws IOException {
        Files.createDirectories(home.resolve("rules"));
        Files.createDirectories(home.resolve("policies"));
        save("rules/a.drl", RULE);
        save("policies/a.yaml", "policy: a\nvalues:\n  pause: 5m\n");
        try (TestService service =
                new TestService(
                        "folder_watch",
                        Map.of(
                                "verigate.rules.folder", home.resolve("rules").toString(),
                                "verigate.rules.policies", home.resolve("policies").toString()))) {
            JsonNode first = active(service);
            assertThat(first.path("source").asText()).isEqualTo("folder");

            save("rules/a.drl", RULE.replace("Every code", "Each code"));
            JsonNode second =
                    soon(service, now -> !now.path("revision").equals(first.path("revision")));
            assertThat(second.at("/rules/0/summary").asText()).isEqualTo("Each code waits");

            save("rules/a.drl", RULE.replace("asksForCode", "askForCode"));
            JsonNode broken = soon(service, now -> now.has("refused"));
            assertThat(broken.path("revision")).isEqualTo(second.path("revision"));
            assertThat(broken.path("rules")).isEqualTo(second.path("rules"));
            JsonNode error = broken.at("/refused/errors/0");
            assertThat(error.path("file").asText()).isEqualTo("rules/a.drl");
            assertThat(error.path("line").asInt()).isEqualTo(9);
            assertThat(error.path("detail").asText()).contains("did you mean `asksForCode`?");

            save("rules/a.drl", RULE);
            JsonNode repaired = soon(service, now -> !now.has("refused"));
            assertThat(repaired.path("revision")).isEqualTo(first.path("revision"));
        }
    }

    /// What decides as soon as it is as it should be.
    private static JsonNode soon(TestService service, Predicate<JsonNode> expected) {
        long end = System.nanoTime() + SOON.toNanos();
        JsonNode now = active(service);
        while (!expected.test(now)) {
            assertThat(System.nanoTime() - end).as("still %s", now).isNegative();
            now = active(service);
        }
        return now;
    }

    private static JsonNode active(TestService service) {
        TestService.Answer answer = service.call("GET", "/v1/rulesets/active", "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private void save(String file, String text) throws IOException {
        Files.writeString(home.resolve(file), text);
    }
}
