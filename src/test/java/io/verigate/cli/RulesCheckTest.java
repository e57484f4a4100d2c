package io.verigate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// What an analyst reads after a typical mistake in the shipped rules: where, the line, a caret, and what to do.
final class RulesCheckTest {
    @TempDir private Path home;

    private record Answer(int code, String text) {}

    @BeforeEach
    void copy() throws IOException {
        for (String folder : new String[] {"rules", "policies"}) {
            Files.createDirectories(home.resolve(folder));
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.toList()) {
                    Files.copy(file, home.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
    }

    @Test
    void theShippedRulesHaveNoErrorAndNoWarning() {
        Answer answer = check("text");

        assertThat(answer.text())
                .matches("\\d+ rules and \\d+ cases, no errors; revision [0-9a-f]+\\R");
        assertThat(answer.code()).isZero();
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    rules/request-volume.drl | requestsToDestination10m > d | requestsToDestinaton10m > d | rules/request-volume.drl:12:53: error: | did you mean 'requestsToDestination10m'?
                    rules/request-volume.drl | requestsFromSource1h > sourceBlockLimit, | requestsFromSource1h > "20", | rules/request-volume.drl:58:58: error: | compares a count with a text
                    rules/request-volume.drl | @id("HV-007") | @id("HV-006") | rules/request-volume.drl:97:7: error: | ids must be unique
                    rules/request-volume.drl | @id("HV-007") | | rules/request-volume.drl:96:6: error: | '@id("…")' is required
                    rules/request-volume.drl | block("method", | block("methods", | rules/request-volume.drl:30:18: error: | did you mean '"method"'?
                    rules/request-volume.drl | $wait : rangeWait ) | $wait : rangeWaitLimit ) | rules/request-volume.drl:151:17: error: | is a count but must be a duration
                    rules/sms-availability.drl | mark("destination", "voip-number") | mark("destinaton", "voip-number") | rules/sms-availability.drl:68:17: error: | did you mean '"destination"'?
                    rules/sms-availability.drl | mark("destination", "voip-number") | mark("destination", "code-request") | rules/sms-availability.drl:68:32: error: | is not a mark. Allowed, in quotes: inbox-full
                    policies/hot-regions.yaml | { of: verifiedInRegion1h, in | { of: verifiedInRegion, in | policies/hot-regions.yaml:45:18: error: | did you mean 'verifiedInRegion1h'?
                    policies/hot-regions.yaml | { of: verifiedInRegion1h, in | { of: undeliveredShare, in | policies/hot-regions.yaml:45:18: error: | a share cannot be based on a share
                    rules/sms-availability.drl | lineType == "voip" | lineType == "viop" | rules/sms-availability.drl:65:37: error: | did you mean 'voip'?
                    rules/sms-availability.drl | regionAvailability == "limited" | regionAvailability = "limited" | rules/sms-availability.drl:39:84: error: | use '=='
                    rules/sms-availability.drl | lineType == "voip" | asn > 1234567890123456 | rules/sms-availability.drl:65:31: error: | is too large: a number can have at most 15 digits
                    rules/sms-availability.drl | lineType == "voip" | sinceLastCode < 30s | rules/sms-availability.drl:65:41: error: | '30s' is a duration: define it under 'values'
                    rules/sms-availability.drl | advise("check-number"); | advise("check-number") | rules/sms-availability.drl:54:34: error: | expected ';'
                    rules/sms-availability.drl | advise("check-number"); | advice("check-number"); | rules/sms-availability.drl:54:12: error: | did you mean 'advise'?
                    rules/sms-availability.drl | when | salience 5 when | rules/sms-availability.drl:10:1: error: | the order of rules must not matter
                    policies/wait-times.yaml | quickRepeat: 1s | quickRepeat: 1 second | policies/wait-times.yaml:9:16: error: | must be a duration
                    policies/wait-times.yaml | quickRepeat: 1s | quickRepeat: 99999d | policies/wait-times.yaml:9:16: error: | is too long: the maximum is
                    policies/unusual-activity.yaml | unusualDelay: 2m | unusualDelay: 25h | rules/unusual-activity.drl:27:16: error: | 'unusualDelay' is 25h, but a code can be delayed by at most 1d
                    policies/wait-times.yaml | event: code-sent, per: destination, w | event: code-sent, per: destinations, w | policies/wait-times.yaml:13:41: error: | did you mean 'destination'?
                    policies/wait-times.yaml | by: codesInARow | by: codesInRow | policies/wait-times.yaml:29:15: error: | did you mean 'codesInARow'?
                    policies/wait-times.cases.yaml | codesInARow: 1, | codesInRow: 1, | policies/wait-times.cases.yaml:4: error: | did you mean 'codesInARow'?
                    policies/wait-times.cases.yaml | rules: [WT-001] | rules: [WT-091] | policies/wait-times.cases.yaml:3: error: | there is no rule 'WT-091', did you mean 'WT-001'?
                    """)
    void tellsAMistakeWithItsPlaceAndWhatToDo(
            String file, String before, String after, String place, String message)
            throws IOException {
        change(file, before, after == null ? "" : after);

        Answer answer = check("text");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text().replace('`', '\''))
                .contains(place.replaceFirst("(:\\d+): error:$", "$1"))
                .contains(message)
                .endsWith("1 error" + System.lineSeparator());
        assertThat(answer.text()).doesNotContain("java", "Exception", "org.drools");
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    rules/wait-times.drl | codesInARow > 0, | codesInARow > 5, codesInARow < 3, | 'codesInARow > 5' and 'codesInARow < 3' cannot both hold [never-fires]
                    rules/wait-times.drl | symptom == "in-junk" ) | symptom == "in-junk", symptom != "in-junk" ) | cannot both hold [never-fires]
                    rules/wait-times.drl | Request( asksForCode, regionBlocked, !familiarSource ) | Request( asksForCode, asksForCode == false, regionBlocked ) | 'asksForCode' and 'asksForCode == false' cannot both hold [never-fires]
                    rules/wait-times.drl | Request( asksForCode, regionBlocked, !familiarSource ) | Request( asksForCode, regionBlocked, sinceLastCode < resendWait, resendWait <= sinceLastCode ) | 'sinceLastCode < resendWait' and 'resendWait <= sinceLastCode' cannot both hold [never-fires]
                    rules/sms-availability.drl | Request( asksForCode, lineType == "voip" ) | Request( asksForCode, lineType == "voip", $pause : quickRepeat ) | '$pause' is not used in 'then' [unused]
                    rules/sms-availability.drl | Request( asksForCode, channel == "sms", lineType == "fixed-line" ) | Request( asksForCode, lineType == "voip", channel memberOf ownDomains ) | 'channel memberOf ownDomains' never holds [never-fires]
                    rules/wait-times.drl | Request( asksForCode, regionBlocked, !familiarSource ) | Request( asksForCode, regionBlocked, longestBlock < quickRepeat ) | can never fire: 'longestBlock < quickRepeat' never holds [never-fires]
                    rules/wait-times.drl | $longest : longestBlock ) | $longest : longestBlock, $more : quickRepeat ) | '$more' is not used in 'then' [unused]
                    policies/wait-times.yaml | steps: [30s, 60s, 2m, | steps: [30s, 60s, 45s, | step 3 of the ladder 'resendWait', 45s, is shorter than the step before it [ladder]
                    policies/wait-times.yaml | { by: codesInARow, from: 1, | { by: codesInARow, from: 3, | the ladder 'resendWait' starts at 3 [ladder]
                    policies/wait-times.yaml | longestBlock: 7d | other: 3h~  longestBlock: 7d | no rule uses the value 'other' [unused]
                    policies/sms-availability.yaml | { phoneRegion: AC, channel: [sms, voice], | { phoneRegion: AC, channel: sms, | the table 'regions' has no row for AC, voice [table]
                    """)
    void tellsAWarningAndLoadsAllTheSame(String file, String before, String after, String message)
            throws IOException {
        change(file, before, after.replace("~", "\n"));

        Answer answer = check("text");

        String topic = message.substring(message.lastIndexOf('['));
        assertThat(answer.text().replace('`', '\''))
                .contains(message.substring(0, message.lastIndexOf(" [")))
                .contains(": warning: ")
                .contains(topic)
                .doesNotContain(": error: ");
        assertThat(answer.text()).contains("no errors; revision");
        assertThat(answer.code()).isZero();
    }

    @Test
    void tellsOfARuleThatAnotherMakesPointlessAndThatNoCaseTries() throws IOException {
        change(
                "rules/wait-times.drl",
                "rule \"Blocked region: block holds for unrecognised clients\"",
                """
                rule "Less than the next one"
                  @id("WT-095") @summary("s") @reason("escalating-wait") @owner("o") @requirement("s") @since("2026-11-24")
                when
                  Request( asksForCode, regionBlocked, !familiarSource, channel == "sms" )
                then
                  findings.refuse();
                end

                rule "What it remembers is not pointless"
                  @id("WT-096") @summary("s") @reason("escalating-wait") @owner("o") @requirement("s") @since("2026-11-24")
                when
                  Request( asksForCode, regionBlocked, !familiarSource, channel == "voice" )
                then
                  findings.refuse();
                  findings.mark("account", "someone-tried");
                end

                rule "Blocked region: block holds for unrecognised clients\"\
                """);

        assertThat(check("text").text())
                .contains(
                        "warning: rule WT-095 is redundant: whenever it fires, WT-016 fires too (rules/wait-times.drl:")
                .contains(
                        "warning: rule WT-096 fires in no case: add one to `policies/wait-times.cases.yaml`")
                .contains("2 warnings");
    }

    @Test
    void tellsOfARuleWithoutANearMiss() throws IOException {
        String cases = Files.readString(home.resolve("policies/terms-of-service.cases.yaml"));
        Files.writeString(
                home.resolve("policies/terms-of-service.cases.yaml"),
                cases.lines()
                                .filter(line -> line.startsWith("#") || line.startsWith("cases:"))
                                .reduce("", (all, line) -> all + line + "\n")
                        + """
                        - name: only this
                          facts: { interaction: report, event: terms-violation, severity: major }
                          expect: { verdict: block, rules: [TS-002] }
                        """
                                .indent(2));

        assertThat(check("text").text())
                .contains(
                        "rule TS-002 has no near miss: add a case in which all but one of its conditions hold")
                .contains("rule TS-003 fires in no case");
    }

    @Test
    void tellsEveryMistakeInOneRun() throws IOException {
        change(
                "rules/request-volume.drl",
                "requestsToDestination10m > d",
                "requestsToDestinaton10m > d");
        change("rules/request-volume.drl", "block(\"method\", ", "block(\"methods\", ");
        change("rules/sms-availability.drl", "lineType == \"voip\"", "lineType == \"viop\"");
        change("policies/wait-times.yaml", "per: destination, within", "per: destinations, within");

        assertThat(check("text").text()).endsWith("4 errors" + System.lineSeparator());
    }

    @Test
    void showsTheLineAndACaret() throws IOException {
        change("rules/sms-availability.drl", "lineType == \"voip\"", "lineType == \"viop\"");

        assertThat(check("text").text().lines())
                .contains(
                        "      Request( asksForCode, lineType == \"viop\" )",
                        "                                        ^");
    }

    @Test
    void emptyFoldersAreAnErrorAndWhatIsNotReadAWarning() throws IOException {
        for (String folder : new String[] {"rules", "policies"}) {
            try (Stream<Path> files = Files.list(home.resolve(folder))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.writeString(home.resolve("policies/wait-times.yml"), "policy: wait-times");

        Answer answer = check("text");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text())
                .contains("rules: error: no rule is enforced, so everything would be allowed")
                .contains("policies/wait-times.yml: warning: the file is not read")
                .contains("1 error, 1 warning");
    }

    @Test
    void cutsALongLineAroundThePlace() throws IOException {
        String letters = "x".repeat(250);
        change("rules/sms-availability.drl", "\"voip\"", "\"" + letters + "\"");

        String text = check("text").text();

        assertThat(text).contains("`lineType` is never `" + "x".repeat(200) + "…`");
        assertThat(text.lines().filter(line -> !line.contains("error:")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(220));
        change(
                "rules/sms-availability.drl",
                "\"" + letters + "\"",
                "/*" + "#".repeat(5_000) + "*/ viop");
        text = check("text").text();
        assertThat(text).contains("unknown fact or value `viop`");
        assertThat(text.lines()).contains("    …" + "#".repeat(97) + "*/ viop )");
    }

    @Test
    void showsWhatCannotBeSeenAndForgesNoLine() throws IOException {
        Files.writeString(home.resolve("rules/clear.drl"), "\u001b[2J\u061c rule");
        Files.writeString(
                home.resolve("policies/forged.yaml"),
                "\"a\\nrules/x.drl:1:1: error: forged\": 1\n");

        String text = check("text").text();

        assertThat(text)
                .contains("U+001B[2JU+061C rule", "`aU+000Arules/x.drl:1:1: error: forged`");
        assertThat(text).doesNotContain("\u001b", "\u061c");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("rules/x.drl"));
    }

    @Test
    void answersInJson() throws IOException {
        change("rules/sms-availability.drl", "lineType == \"voip\"", "lineType == \"viop\"");

        JsonNode report = new ObjectMapper().readTree(check("json").text());

        assertThat(report.get("good").asBoolean()).isFalse();
        JsonNode fault = report.get("faults").get(0);
        assertThat(fault.get("severity").asText()).isEqualTo("error");
        assertThat(fault.get("gate").asText()).isEqualTo("source");
        assertThat(fault.get("line").asInt()).isEqualTo(65);
    }

    @Test
    void answersInSarif() throws IOException {
        change("rules/sms-availability.drl", "lineType == \"voip\"", "lineType == \"viop\"");

        JsonNode report = new ObjectMapper().readTree(check("sarif").text());

        assertThat(report.get("version").asText()).isEqualTo("2.1.0");
        JsonNode run = report.get("runs").get(0);
        assertThat(run.at("/tool/driver/rules/0/id").asText()).isEqualTo("word");
        JsonNode result = run.get("results").get(0);
        assertThat(result.get("level").asText()).isEqualTo("error");
        assertThat(result.get("ruleId").asText()).isEqualTo("word");
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText())
                .isEqualTo("rules/sms-availability.drl");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(65);
        assertThat(place.at("/region/startColumn").asInt()).isEqualTo(37);
    }

    @Test
    void pathsInSarifAreUris() throws IOException {
        Files.writeString(home.resolve("rules/my rüle.drl"), "");

        JsonNode report = new ObjectMapper().readTree(check("sarif").text());

        assertThat(
                        report.at(
                                        "/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                                .asText())
                .isEqualTo("rules/my%20r%C3%BCle.drl");
    }

    @Test
    void aBehaviourStandsInOnePolicy() throws IOException {
        Files.writeString(
                home.resolve("policies/zz.yaml"),
                "policy: zz\nbehaviours:\n  S02: { name: again, means: the same }\n");

        Answer answer = check("text");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text())
                .contains("policies/zz.yaml:3:")
                .contains("the behaviour `S02` is also defined in another policy");
    }

    private void change(String file, String before, String after) throws IOException {
        Path path = home.resolve(file);
        String text = Files.readString(path);
        assertThat(text).as("%s holds it", file).contains(before);
        int at = text.indexOf(before);
        Files.writeString(
                path, text.substring(0, at) + after + text.substring(at + before.length()));
    }

    private Answer check(String format) {
        StringWriter out = new StringWriter();
        CommandLine command = Verigate.commands().setOut(new PrintWriter(out));
        int code = command.execute("rules", "check", "--format", format, home.toString());
        return new Answer(code, out.toString());
    }
}
