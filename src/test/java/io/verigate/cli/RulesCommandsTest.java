package io.verigate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `rules test` and `rules explain` on one small policy.
final class RulesCommandsTest {
    private static final String RULE =
            """
            rule "Too many"
              @id("TM-001")
              @summary("More than the limit")
              @reason("high-volume")
              @owner("fraud")
              @requirement("S02")
              @since("2026-11-23")
            when
              Request( asksForCode, !methodBlocked, asked > limit )
            then
              findings.refuse();
            end
            """;
    private static final String POLICY =
            """
            policy: mine
            values: { limit: 3 }
            counters:
              asked: { event: code-request, per: destination, within: 1h }
            """;
    private static final String CASES =
            """
            cases:
              - name: the fourth is refused
                facts: { asksForCode: true, asked: 4 }
                expect: { verdict: refuse, rules: [TM-001] }
              - name: the third is sent
                facts: { asksForCode: true, asked: 3 }
                expect: { verdict: allow, rules: [] }
            timelines:
              - name: four in a row
                steps:
                  - { interaction: send-code, account: a, times: 4, every: 1m,
                      method: { channel: sms, address: "+447400123456" }, expect: { nth: 4, verdict: refuse } }
                  - { after: 1h, interaction: sign-in, account: a, expect: { verdict: allow } }
            """;

    @TempDir private Path home;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(home.resolve("rules"));
        Files.createDirectories(home.resolve("policies"));
        put("rules/mine.drl", RULE);
        put("policies/mine.yaml", POLICY);
        put("policies/mine.cases.yaml", CASES);
    }

    private void put(String file, String text) throws IOException {
        Files.writeString(home.resolve(file), text);
    }

    private record CommandResult(int code, String out, String err) {}

    private CommandResult call(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Verigate.commands()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true));
        String[] all =
                Stream.concat(Stream.of("rules"), Stream.of(arguments)).toArray(String[]::new);
        return new CommandResult(command.execute(all), out.toString(), err.toString());
    }

    @Test
    void printsOneLineWhenEverythingPasses() {
        CommandResult result = call("test", home.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .matches("2 cases and 1 timeline, all passed; [0-9]+ ms, revision [0-9a-f]{16}\\R");
    }

    @Test
    void printsWhyACaseFailed() throws IOException {
        put("policies/mine.yaml", POLICY.replace("limit: 3", "limit: 4"));

        CommandResult result = call("test", home.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out().lines())
                .startsWith(
                        "policies/mine.cases.yaml:2: the fourth is refused",
                        "    verdict: expected refuse, got allow",
                        "    rules: expected TM-001, got none",
                        "    TM-001 did not fire: `asked > limit` does not hold: `asked` is 4, `limit` is 4 (rules/mine.drl:9:41)",
                        "",
                        "policies/mine.cases.yaml:9: four in a row",
                        "  step 1, 4 of 4, at 3m (line 11)",
                        "    verdict: expected refuse, got allow")
                .anySatisfy(
                        line -> assertThat(line).startsWith("2 cases and 1 timeline, 2 failed; "));
    }

    @Test
    void printsWhyARuleFiredUnexpectedly() throws IOException {
        put("policies/mine.yaml", POLICY.replace("limit: 3", "limit: 2"));

        assertThat(call("test", home.toString(), "--case", "THIRD").out())
                .contains("    rules: expected none, got TM-001")
                .contains(
                        "    TM-001 fired on: `asksForCode` is true; `methodBlocked` is false; `asked` is 3, `limit` is 2");
    }

    @Test
    void measuresCoverageAgainstTheThreshold() {
        CommandResult result = call("test", home.toString(), "--coverage", "--threshold", "90");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out().lines())
                .startsWith(
                        "TM-001   fires 2×, nearly fires 4×, 1 of 3 constraints",
                        "         not covered as false: `asksForCode` (rules/mine.drl:9:12)",
                        "         not covered as false: `!methodBlocked` (rules/mine.drl:9:25)")
                .contains("1 of 1 rule covered (100 %), 1 of 3 constraints (33.3 %)");
        assertThat(call("test", home.toString(), "--threshold", "33.3").code()).isZero();
    }

    @Test
    void runsOnlySelectedCases() throws IOException {
        assertThat(call("test", home.toString(), "--case", "in a row").out())
                .startsWith("0 cases and 1 timeline, all passed");
        assertThat(call("test", home.toString(), "--policy", "mine").out())
                .startsWith("2 cases and 1 timeline");
        CommandResult none = call("test", home.toString(), "--policy", "yours");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("no case matches");
        put("policies/mine.cases.yaml", "cases: []");
        assertThat(call("test", home.toString()).err()).contains("there are no cases in policies/");
    }

    @Test
    void writesAJUnitFile() throws IOException {
        put("policies/mine.yaml", POLICY.replace("limit: 3", "limit: 4"));
        Path file = home.resolve("junit.xml");

        call("test", home.toString(), "--junit", file.toString());

        assertThat(Files.readString(file))
                .contains("<testsuites name=\"verigate\" tests=\"3\" failures=\"2\"")
                .contains("<testsuite name=\"policies/mine.cases.yaml\" tests=\"3\" failures=\"2\"")
                .contains("classname=\"policies/mine.cases.yaml\" name=\"the third is sent\"")
                .contains("<failure message=\"verdict: expected refuse, got allow; rules:");
        assertThat(call("test", home.toString(), "--junit", home + "/no/such").code()).isEqualTo(2);
    }

    @Test
    void printsTheResultAsJson() throws IOException {
        put("policies/mine.yaml", POLICY.replace("limit: 3", "limit: 4"));

        CommandResult result = call("test", home.toString(), "--format", "json", "--coverage");

        JsonNode report = JsonMapper.builder().build().readTree(result.out());
        assertThat(report.path("good").booleanValue()).isFalse();
        assertThat(report.at("/cases/0/failures/0/differences/0").asText())
                .isEqualTo("verdict: expected refuse, got allow");
        assertThat(report.at("/cases/0/failures/0/why/0").asText())
                .startsWith("TM-001 did not fire");
        assertThat(report.at("/coverage/byRule/0/constraints")).hasSize(3);
    }

    @Test
    void printsEveryErrorOfCasesAndTimelines() throws IOException {
        put(
                "policies/mine.cases.yaml",
                CASES.replace("asked: 4", "aked: 4").replace("every", "evry"));

        CommandResult result = call("test", home.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("did you mean `asked`?")
                .contains("did you mean `every`?");
    }

    @Test
    @Timeout(60)
    void runsAgainWhenAFileIsSaved() throws IOException, InterruptedException {
        try (PipedReader reader = new PipedReader(1 << 16);
                PipedWriter writer = new PipedWriter(reader)) {
            CommandLine command = Verigate.commands().setOut(new PrintWriter(writer, true));
            Thread watching =
                    Thread.ofPlatform()
                            .start(() ->
                                    command.execute("rules", "test", home.toString(), "--watch"));
            assertThat(until(reader, "waiting for changes")).contains("all passed");
            put("policies/mine.yaml", POLICY.replace("limit: 3", "limit: 4"));
            assertThat(until(reader, "waiting for changes"))
                    .contains("changed: mine.yaml")
                    .contains("2 failed");
            put("policies/mine.yaml", "policy: [");
            assertThat(until(reader, "waiting for changes")).contains("1 error");
            put("policies/mine.yaml", POLICY);
            assertThat(until(reader, "waiting for changes")).contains("all passed");
            watching.interrupt();
            watching.join();
        }
    }

    private static String until(PipedReader reader, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0 || read.charAt(read.length() - 1) != '\n') {
            read.append((char) reader.read());
        }
        return read.toString();
    }

    @Test
    void explainsACaseByNameAndLocation() {
        CommandResult named = call("explain", "fourth", home.toString());

        assertThat(named.code()).isZero();
        assertThat(named.out().lines())
                .startsWith(
                        "policies/mine.cases.yaml:2: the fourth is refused: refuse",
                        "  TM-001 Too many",
                        "    decided: refuses the method",
                        "    `asksForCode` holds: `asksForCode` is true",
                        "    `!methodBlocked` holds: `methodBlocked` is false",
                        "    `asked > limit` holds: `asked` is 4, `limit` is 3");
        assertThat(call("explain", "policies/mine.cases.yaml:7", home.toString()).out().lines())
                .startsWith(
                        "policies/mine.cases.yaml:5: the third is sent: allow",
                        "  no rule fired",
                        "  nearly fired:",
                        "    TM-001 Too many",
                        "      `asked > limit` does not hold: `asked` is 3, `limit` is 3");
    }

    @Test
    void explainsEachDecisionOfATimeline() {
        CommandResult result =
                call("explain", "four in a row", home.toString(), "--format", "json");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("\"verdict\" : \"refuse\"").startsWith("[");
    }

    @Test
    void explainsOneStepOfATimeline() {
        CommandResult result = call("explain", "mine.cases.yaml:12", home.toString());

        assertThat(result.out())
                .contains(
                        "policies/mine.cases.yaml:11: four in a row, step 1, 4 of 4, at 3m: refuse")
                .doesNotContain("step 2");
    }

    @Test
    void rejectsAmbiguousAndUnknownNames() {
        assertThat(call("explain", "the", home.toString()).err()).contains("`the` matches 2 cases");
        assertThat(call("explain", "nothing like it", home.toString()).code()).isEqualTo(2);
    }
}
