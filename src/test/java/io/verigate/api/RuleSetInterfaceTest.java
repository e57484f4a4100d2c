package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.access.ApiKey;
import io.verigate.access.Role;
import io.verigate.api.TestService.Answer;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.rulesets.RolloutCalls;
import io.verigate.api.rulesets.RuleSetDrafts;
import io.verigate.ruleset.RuleSetRepository;
import io.verigate.ruleset.RuleSetValidator;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Publishing, going back and trying rule sets over HTTP, on MariaDB, as analysts do.
final class RuleSetInterfaceTest extends AnalystsService {
    @Test
    void publishesWhatDecidesFromThenOnAndGoesBack() {
        String first = revision();
        ObjectNode files = files(first);
        edit(files, VALUES, "destinationWaitLimit: 5", "destinationWaitLimit: 1");
        dropCases(files);

        Answer published = publish(Role.ANALYST, first, files, "strict for an hour");

        assertThat(published.status()).as(published.body()).isEqualTo(201);
        String second = json(published).at("/version/revision").asText();
        assertThat(json(published).at("/version/author").asText()).isEqualTo("analyst");
        follow(service);
        assertThat(revision()).isEqualTo(second);
        assertThat(decide("a-1", "+447700900301").path("ruleset").asText()).isEqualTo(second);
        assertThat(decide("a-1", "+447700900301").path("verdict").asText()).isEqualTo("wait");
        JsonNode history = json(service.call("GET", "/v1/rulesets", "")).path("items");
        assertThat(history.path(0).path("revision").asText()).isEqualTo(second);
        assertThat(history.path(0).path("message").asText()).isEqualTo("strict for an hour");
        assertThat(history.path(0).path("active").asBoolean()).isTrue();
        assertThat(history.path(1).path("revision").asText()).isEqualTo(first);
        assertThat(history.path(1).path("author").asText()).isEmpty();

        Answer back =
                service.call(
                        "POST",
                        "/v1/rulesets/" + first + "/activate",
                        "{\"replaces\":\"" + second + "\"}");

        assertThat(back.status()).as(back.body()).isEqualTo(200);
        follow(service);
        assertThat(revision()).isEqualTo(first);
        assertThat(decide("a-2", "+447700900302").path("ruleset").asText()).isEqualTo(first);
        JsonNode active = json(service.call("GET", "/v1/rulesets/active", ""));
        assertThat(active.has("before")).as("what was taken back is not gone back to").isFalse();
        assertThat(active.path("source").asText()).isEqualTo("database");
    }

    @Test
    void measuresHowMuchTheCasesTry() {
        JsonNode coverage =
                json(service.call("GET", "/v1/rulesets/" + revision() + "/coverage", ""));

        assertThat(coverage.path("revision").asText()).isEqualTo(revision());
        assertThat(coverage.path("rules").asDouble()).isEqualTo(100.0);
        assertThat(coverage.path("constraints").asDouble()).isBetween(90.0, 100.0);
        assertThat(coverage.path("byRule").path(0).path("fires").asInt()).isPositive();
        assertThat(coverage.path("byRule").path(0).path("constraints")).isNotEmpty();
        assertThat(service.call("GET", "/v1/rulesets/0000000000000000/coverage", "").status())
                .isEqualTo(404);
    }

    @Test
    void measuresOnlyInTurnWithWhatIsExamined() {
        try (TestService ending = new TestService("rule_sets_ending", Map.of())) {
            JsonNode active = json(ending.call("GET", "/v1/rulesets/active", ""));
            ending.bean(RuleSetValidator.class).end();

            Answer answer =
                    ending.call(
                            "GET",
                            "/v1/rulesets/" + active.path("revision").asText() + "/coverage",
                            "");

            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(answer.whole().headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void tellsTheSecondOfTwoWhatTheFirstChanged() {
        String parent = revision();
        ObjectNode one = files(parent);
        edit(one, VALUES, "destinationWaitLimit: 5", "destinationWaitLimit: 4");
        dropCases(one);
        ObjectNode two = files(parent);
        edit(two, RULES, "@owner(\"fraud\")", "@owner(\"risk\")");

        assertThat(publish(Role.ANALYST, parent, one, "fewer codes").status()).isEqualTo(201);
        Answer late = publish(Role.ADMIN, parent, two, "other owner");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("rules-changed");
        JsonNode change = json(late).path("errors").path(0);
        assertThat(late.body()).contains(VALUES).contains("fewer codes").contains("analyst");
        assertThat(change.path("detail").asText()).contains("fewer codes");
        assertThat(json(service.call("GET", "/v1/rulesets", "")).path("items")).hasSize(2);
    }

    @Test
    void tellsEveryFaultWithItsFileAndLineAndKeepsNothing() {
        String first = revision();
        ObjectNode broken = files(first);
        edit(broken, VALUES, "destinationWaitLimit: 5", "destinationWaitLimit: 50");

        Answer misspelt = publish(Role.ANALYST, first, renamed(first), "typo");
        Answer failing = publish(Role.ANALYST, first, broken, "does not hold");
        Answer nothing = publish(Role.ANALYST, first, files(first).removeAll(), "nothing");
        Answer valid = service.call("POST", "/v1/rulesets/validate", body(files(first)).toString());

        assertThat(misspelt.status()).as(misspelt.body()).isEqualTo(422);
        JsonNode error = json(misspelt).path("errors").path(0);
        assertThat(error.path("file").asText()).isEqualTo(RULES);
        assertThat(error.path("line").asInt()).isPositive();
        assertThat(error.path("pointer").asText()).isEqualTo("/files/rules~1request-volume.drl");
        assertThat(error.path("detail").asText()).contains("did you mean");
        assertThat(failing.status()).isEqualTo(422);
        assertThat(failing.body()).contains("request-volume.cases.yaml").contains("does not hold");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("no rule is enforced");
        assertThat(valid.status()).as(valid.body()).isEqualTo(200);
        assertThat(json(valid).path("revision").asText()).isEqualTo(first);
        assertThat(json(valid).at("/examination/cases").asInt()).isPositive();
        assertThat(json(service.call("GET", "/v1/rulesets", "")).path("items")).hasSize(1);
    }

    @Test
    void comparesTextAndRecentDecisions() {
        String first = revision();
        for (int i = 0; i < 3; i++) {
            decide("a-" + i, "+447700900310");
        }
        ObjectNode files = files(first);
        edit(files, VALUES, "destinationWaitLimit: 5", "destinationWaitLimit: 1");
        dropCases(files);
        String second = kept(first, files);

        JsonNode diff = json(service.call("GET", "/v1/rulesets/" + first + "/diff/" + second, ""));

        JsonNode file = find(diff.path("files"), "file", VALUES);
        assertThat(file.path("change").asText()).isEqualTo("changed");
        assertThat(file.path("diff").asText())
                .contains("-  destinationWaitLimit: 5")
                .contains("+  destinationWaitLimit: 1")
                .startsWith("@@ -");
        assertThat(diff.at("/decisions/decided").asInt()).isEqualTo(3);
        assertThat(diff.at("/decisions/changed").asInt()).isPositive();
        assertThat(diff.at("/decisions/turns/0/to").asText()).isEqualTo("wait");
        assertThat(diff.at("/decisions/examples/0").asText()).startsWith("d-");
    }

    @Test
    void triesACandidateWithoutEffectThenForAllThenNotAnyMore() {
        String first = revision();
        ObjectNode files = files(first);
        edit(files, VALUES, "destinationWaitLimit: 5", "destinationWaitLimit: 1");
        dropCases(files);
        String candidate = kept(first, files);
        String path = "/v1/rulesets/" + candidate + "/activate";
        assertThat(service.call("POST", path, "{\"shadow\":true}").status()).isEqualTo(200);
        follow(service);

        decide("a-1", "+447700900320");
        service.call("PUT", "/sandbox/clock", "{\"advance\":\"PT31S\"}");
        JsonNode shadowed = decide("a-1", "+447700900320");

        assertThat(shadowed.path("ruleset").asText()).isEqualTo(first);
        assertThat(shadowed.path("verdict").asText()).isEqualTo("allow");
        JsonNode one =
                json(
                        service.call(
                                "GET",
                                "/v1/decisions/" + shadowed.path("id").asText() + "/differences",
                                ""));
        assertThat(find(one.path("items"), "rule", "").path("fired").toString()).contains("HV-001");
        JsonNode report = json(service.call("GET", "/v1/shadow", ""));
        JsonNode whole = find(report.path("items"), "rule", "");
        assertThat(whole.path("ruleset").asText()).isEqualTo(candidate);
        assertThat(whole.path("verdict").asText()).isEqualTo("allow");
        assertThat(whole.path("other").asText()).isEqualTo("wait");
        assertThat(whole.path("region").asText()).isEqualTo("GB");
        assertThat(whole.path("effective").asBoolean()).isFalse();
        assertThat(report.at("/candidate/share").asDouble()).isZero();
        assertThat(service.call("GET", "/prometheus", "").body())
                .contains("verigate_shadow_candidate_total");

        assertThat(service.call("POST", path, "{\"share\":100}").status()).isEqualTo(200);
        follow(service);
        service.call("PUT", "/sandbox/clock", "{\"advance\":\"PT31S\"}");
        JsonNode tried = decide("a-1", "+447700900320");
        assertThat(tried.path("ruleset").asText()).isEqualTo(candidate);
        assertThat(tried.path("verdict").asText()).isEqualTo("wait");

        assertThat(service.call("DELETE", "/v1/rulesets/candidate", "").status()).isEqualTo(200);
        follow(service);
        assertThat(decide("a-9", "+447700900321").path("ruleset").asText()).isEqualTo(first);
        assertThat(service.call("GET", "/v1/rulesets/candidate", "").status()).isEqualTo(404);
    }

    @Test
    void letsListsAndRegionsFollowTheRules() {
        String first = revision();
        ObjectNode files = files(first);
        edit(files, "policies/signals.yaml", "ownDomains: []", "ownDomains: [contoso.org]");
        String row = "- { phoneRegion: GB, channel: [sms, voice], regionAvailability: available";
        edit(files, "policies/sms-availability.yaml", row, row.replace("available", "limited"));
        dropCases(files);
        assertThat(facts("ann@contoso.org").has("ownDomainEmail")).isFalse();

        assertThat(publish(Role.ANALYST, first, files, "our domain").status()).isEqualTo(201);
        follow(service);

        assertThat(facts("ann@contoso.org").path("ownDomainEmail").asBoolean()).isTrue();
        JsonNode britain =
                find(json(service.call("GET", "/v1/regions", "")).path("items"), "region", "GB");
        assertThat(britain.path("availability").asText()).isEqualTo("limited");
    }

    @Test
    void whoIsSlowerAtTheLastStepLearnsThatTheVersionIsKept() {
        String first = revision();
        ObjectNode mine = files(first);
        edit(mine, RULES, "@owner(\"fraud\")", "@owner(\"risk\")");
        String kept = kept(first, mine);
        ObjectNode theirs = files(first);
        edit(theirs, RULES, "@owner(\"fraud\")", "@owner(\"trust\")");
        assertThat(publish(Role.ADMIN, first, theirs, "faster").status()).isEqualTo(201);
        RuleSetRepository store = service.bean(RuleSetRepository.class);
        ApiKey key =
                new ApiKey(
                        "k-1",
                        "analyst",
                        Role.ANALYST,
                        Role.ANALYST.grants(),
                        Instant.EPOCH,
                        null,
                        null);

        assertThatThrownBy(() ->
                        service.bean(RolloutCalls.class)
                                .begin(
                                        new ApiCall(
                                                "r-1", key, "", new byte[0], Optional.empty(), ""),
                                        new RuleSetDrafts.Body(
                                                store.find(kept).orElseThrow(), "", first, true),
                                        store.version(kept).orElseThrow()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem ->
                                assertThat(problem.problem().detail())
                                        .endsWith(
                                                "yours is stored as `%s` and is not active"
                                                        .formatted(kept)));
    }

    /// Comments of three thousand letters each that JSON has to escape.
    private static String words(int lines) {
        return ("# \"".repeat(1_000) + "\n").repeat(lines);
    }

    @Test
    void whatIsCheckedCanBePublished() {
        String first = revision();
        ObjectNode files = files(first);
        dropCases(files);
        String values = files.path(VALUES).asText();
        files.put(VALUES, values + words(600));

        Answer published = publish(Role.ANALYST, first, files, "many words");
        files.put(VALUES, values + words(1_400));
        Answer larger = publish(Role.ANALYST, revision(), files, "too many");

        assertThat(published.status()).as(published.body()).isEqualTo(201);
        follow(service);
        assertThat(revision()).isEqualTo(json(published).at("/version/revision").asText());
        assertThat(larger.status()).isEqualTo(422);
        assertThat(larger.body()).contains("KiB, and the maximum is 4096 KiB");
    }

    private JsonNode facts(String address) {
        Answer answer =
                service.call(
                        "POST",
                        "/v1/decisions",
                        "{\"interaction\":\"send-code\",\"account\":\"a-mail\",\"method\":"
                                + "{\"channel\":\"email\",\"address\":\""
                                + address
                                + "\"}}");
        String id = json(answer).path("id").asText();
        return json(service.call("GET", "/v1/decisions/" + id, "")).path("facts");
    }

    @Test
    void asksForScopes() {
        String first = revision();

        Answer auditor = publish(Role.AUDITOR, first, files(first), "no");
        Answer read = service.call(Role.AUDITOR, "GET", "/v1/rulesets/" + first, "", Map.of());
        Answer support = service.call(Role.SUPPORT, "GET", "/v1/rulesets", "", Map.of());

        assertThat(auditor.status()).isEqualTo(403);
        assertThat(read.status()).isEqualTo(200);
        assertThat(json(read).at("/files/rules~1wait-times.drl").asText()).contains("WT-001");
        assertThat(support.status()).isEqualTo(403);
    }

    private ObjectNode renamed(String revision) {
        ObjectNode files = files(revision);
        edit(files, RULES, "requestsToDestination10m", "requestsToDestinaton10m");
        return files;
    }

    @Test
    void tellsTheWarningsOfTheCheckWhereverARuleSetIsTold() {
        String first = revision();
        assertThat(json(validated(files(first))).at("/examination/warnings")).isEmpty();
        ObjectNode files = files(first);
        edit(files, VALUES, "  rangeWait: 10m", "  rangeWait: 10m\n  rangePause: 10m");
        edit(
                files,
                RULES,
                "failedChecksInARow >=",
                "failedChecksInARow < 3, failedChecksInARow >=");
        dropCases(files);

        JsonNode valid = json(validated(files)).at("/examination/warnings");
        Answer published = publish(Role.ANALYST, first, files, "two slips");
        JsonNode history = json(service.call("GET", "/v1/rulesets", "")).path("items").path(0);

        assertThat(valid).hasSize(2);
        assertThat(valid.path(0).asText()).startsWith(VALUES + ":16:").contains("`rangePause`");
        assertThat(valid.path(1).asText()).startsWith(RULES + ":").contains("never");
        assertThat(published.status()).as(published.body()).isEqualTo(201);
        assertThat(json(published).at("/version/examination/warnings")).isEqualTo(valid);
        assertThat(history.at("/examination/warnings")).isEqualTo(valid);
    }

    private Answer validated(ObjectNode files) {
        Answer valid = service.call("POST", "/v1/rulesets/validate", body(files).toString());
        assertThat(valid.status()).as(valid.body()).isEqualTo(200);
        return valid;
    }
}
