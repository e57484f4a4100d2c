package io.verigate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Property;
import io.verigate.access.Role;
import io.verigate.api.ServiceTest;
import io.verigate.api.TestService;
import io.verigate.api.TestService.Answer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What a real service decided is recorded over HTTP, and happens again on the command line.
@ServiceTest
@Property(name = ServiceTest.SCHEMA, value = "recording")
final class RecordingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXPORT = "/v1/decisions/export";
    private static final int MANY = 620;

    @TempDir private static Path home;
    @Inject TestService service;

    @BeforeAll
    void decide() throws IOException {
        Files.writeString(home.resolve("key"), service.secret(Role.ANALYST));
        for (int i = 0; i < 13; i++) {
            send("somebody@example.org", "+447700900602", "198.51.100.7");
        }
        // More than a page.
        for (int i = 0; i < MANY; i++) {
            send(
                    "a-" + i,
                    "+4915112%06d".formatted(i * 100),
                    "203.0.%d.%d".formatted(i / 200, i % 200 + 1));
        }
    }

    @Test
    void exportsEveryDecisionOnceInOrderWithPseudonymsOnly() throws IOException {
        Answer answer = service.call("GET", EXPORT, "");

        assertThat(answer.whole().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/x-ndjson"));
        assertThat(answer.body().lines().count()).isEqualTo(MANY + 13);
        assertThat(answer.body().lines().map(RecordingTest::id)).isSorted().doesNotHaveDuplicates();
        assertThat(answer.body())
                .doesNotContain("somebody", "7700900602", "0900602", "198.51.100.7", "a-17", "…");
        JsonNode first = JSON.readTree(answer.body().lines().findFirst().orElseThrow());
        assertThat(first.path("destination").asText()).hasSize(32);
        assertThat(first.path("facts").path("phoneRegion").asText()).isEqualTo("GB");
    }

    @Test
    void exportsOnlyTheRequestedPeriodToAuthorisedCallers() {
        assertThat(service.call("GET", EXPORT + "?to=2020-01-01T00:00:00Z", "").body()).isEmpty();
        assertThat(service.call("GET", EXPORT + "?from=yesterday", "").body()).contains("bad-time");
        assertThat(
                        service.call(
                                        "GET",
                                        EXPORT
                                                + "?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                                        "")
                                .status())
                .isEqualTo(400);
        assertThat(service.plain("GET", EXPORT, "", Map.of()).status()).isEqualTo(401);
    }

    @Test
    void recordsAndPlaysBack() throws IOException {
        Path file = home.resolve("day.ndjson");

        String recorded =
                run(
                        0,
                        "record",
                        "-o",
                        file.toString(),
                        "--url",
                        service.url(),
                        "--key-file",
                        home.resolve("key").toString());
        String played = run(0, "simulate", "--recorded", file.toString(), ".");

        assertThat(recorded).contains(MANY + 13 + " interactions in " + file);
        assertThat(played)
                .contains(MANY + 13 + " recorded interactions")
                .contains("recorded allow")
                .contains("different from recorded: 0")
                .doesNotContain("could not be kept");
        JsonNode json =
                JSON.readTree(
                        run(0, "simulate", "--recorded", file.toString(), "--format", "json", "."));
        assertThat(json.path("outcomes").path(0).path("interactions").asInt()).isEqualTo(MANY + 13);
    }

    @Test
    void reportsTheLineThatIsNotAnInteraction() throws IOException {
        Path file = home.resolve("broken.ndjson");
        Files.writeString(file, "{\"id\":\"d-1\"}\n");

        assertThat(run(2, "simulate", "--recorded", file.toString(), ".")).contains("line 1 of");
        assertThat(run(2, "simulate", "--recorded", home.resolve("none").toString(), "."))
                .contains("there is no recording");
    }

    private static String id(String line) {
        try {
            return JSON.readTree(line).path("id").asText();
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    private void send(String account, String number, String ip) {
        service.call(
                "POST",
                "/v1/verifications",
                """
                {"account":"%s","method":{"channel":"sms","address":"%s"},"source":{"ip":"%s","device":"d-%s"}}
                """
                        .formatted(account, number, ip, ip));
    }

    private static String run(int code, String... arguments) {
        StringWriter said = new StringWriter();
        String[] all = new String[arguments.length + 1];
        all[0] = "rules";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        CommandLine line = Verigate.commands();
        line.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        assertThat(line.execute(all)).as("exit code, after `%s`", said).isEqualTo(code);
        return said.toString();
    }
}
