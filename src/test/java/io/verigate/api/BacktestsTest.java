package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Property;
import io.verigate.access.Role;
import io.verigate.api.TestService.Answer;
import io.verigate.assessment.ShippedRules;
import io.verigate.database.TestDatabase;
import io.verigate.policy.RuleSetBundle;
import io.verigate.policy.RuleSetFiles;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Backtests and replays over HTTP, of decisions that the service itself made and wrote to MariaDB.
@ServiceTest
@Property(name = ServiceTest.SCHEMA, value = "backtests")
final class BacktestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject TestService service;
    private String proven = "";

    @BeforeAll
    void decide() {
        JsonNode sent = send("a-hurt", "+447700900601");
        proven = sent.path("decision").path("id").asText();
        JsonNode messages =
                json(service.call("GET", "/sandbox/messages?to=%2B447700900601", "").body());
        String code = messages.path("items").path(0).path("code").asText();
        service.call(
                "POST",
                "/v1/verifications/" + sent.path("id").asText() + "/check",
                "{\"code\":\"%s\"}".formatted(code));
        for (int i = 0; i < 13; i++) {
            send("a-busy", "+447700900602");
        }
        send("a-opt-in", "+93701234567");
    }

    @Test
    void triesACandidateThatIsSentAlong() {
        Map<String, String> policies = new TreeMap<>(ShippedRules.files().policies());
        policies.computeIfPresent(
                "policies/request-volume.yaml",
                (name, text) -> text.replace("destinationWaitLimit: 5", "destinationWaitLimit: 0"));
        RuleSetFiles candidate =
                new RuleSetFiles(
                        ShippedRules.files().rules(), policies, ShippedRules.files().cases());
        String bundle = Base64.getEncoder().encodeToString(RuleSetBundle.write(candidate));

        JsonNode run = run("{\"bundle\":\"%s\"}".formatted(bundle));

        assertThat(run.path("state").asText()).isEqualTo("done");
        assertThat(run.path("candidate").asText()).isEqualTo(candidate.revision());
        assertThat(run.path("author").asText()).isEqualTo("admin");
        JsonNode report = run.path("result");
        assertThat(report.path("verdicts").path(0).path("to").asText()).isEqualTo("wait");
        assertThat(report.path("hurt").path("verified").asLong()).isEqualTo(1);
        assertThat(report.path("hurt").path("examples").path(0).asText()).isEqualTo(proven);
        assertThat(report.path("notSent").path("cost").asDouble()).isPositive();
        assertThat(list()).contains(run.path("id").asText());
    }

    @Test
    void triesAStoredRevisionThatChangesNothing() {
        JsonNode report =
                run("{\"revision\":\"%s\",\"threads\":2}".formatted(active())).path("result");

        assertThat(report.path("decisions").asLong()).isGreaterThanOrEqualTo(16);
        assertThat(report.path("changed").asLong()).isZero();
        assertThat(report.path("retimed").asLong()).isZero();
        assertThat(report.path("reworded").asLong()).isZero();
        assertThat(report.path("pace").path("peakHeapBytes").asLong()).isPositive();
    }

    @Test
    void provesEveryDecisionAndNamesOneThatWasDoctored() {
        JsonNode before = run("{\"kind\":\"replay\"}").path("result");
        assertThat(before.path("differences")).isEmpty();
        assertThat(before.path("same").asLong()).isEqualTo(before.path("decisions").asLong());

        DataSource database = service.bean(DataSource.class);
        TestDatabase.update(database, "UPDATE journal SET verdict = 'refuse' WHERE id = ?", proven);
        JsonNode after = run("{\"kind\":\"replay\"}").path("result");
        JsonNode one =
                run("{\"kind\":\"replay\",\"decision\":\"%s\"}".formatted(proven)).path("result");
        TestDatabase.update(database, "UPDATE journal SET verdict = 'allow' WHERE id = ?", proven);

        JsonNode difference = after.path("differences").path(0);
        assertThat(difference.path("decision").asText()).isEqualTo(proven);
        assertThat(difference.path("parts").path(0).path("name").asText()).isEqualTo("verdict");
        assertThat(after.path("different").asLong()).isEqualTo(1);
        assertThat(one.path("decisions").asLong()).isEqualTo(1);
        assertThat(one.path("different").asLong()).isEqualTo(1);
    }

    @Test
    void aCandidateWithAFaultFailsWithTheFault() {
        RuleSetFiles broken =
                new RuleSetFiles(
                        Map.of("rules/x.drl", "rule \"x\" when nonsense"), Map.of(), Map.of());
        JsonNode run =
                run(
                        "{\"bundle\":\"%s\"}"
                                .formatted(
                                        Base64.getEncoder()
                                                .encodeToString(RuleSetBundle.write(broken))));

        assertThat(run.path("state").asText()).isEqualTo("failed");
        assertThat(run.path("failure").asText()).contains("rules/x.drl");
    }

    @Test
    void refusesWhatItCannotUnderstandAndWhoMayNot() {
        assertThat(service.call("POST", "/v1/backtests", "{}").body()).contains("/revision");
        assertThat(service.call("POST", "/v1/backtests", "{\"revision\":\"none\"}").status())
                .isEqualTo(404);
        assertThat(service.call("POST", "/v1/backtests", "{\"bundle\":\"%%%\"}").status())
                .isEqualTo(400);
        assertThat(service.call("GET", "/v1/backtests/bt-0/events", "").status()).isEqualTo(404);
        assertThat(
                        service.call(
                                        Role.SUPPORT,
                                        "POST",
                                        "/v1/backtests",
                                        "{\"kind\":\"replay\"}",
                                        Map.of())
                                .status())
                .isEqualTo(403);
    }

    /// Begins one, listens until its end, and reads it as it is kept.
    private JsonNode run(String order) {
        Answer begun = service.call("POST", "/v1/backtests", order);
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        String place = begun.whole().headers().firstValue("Location").orElseThrow();
        Answer events =
                service.call(
                        Role.ADMIN,
                        "GET",
                        place + "/events",
                        "",
                        Map.of("Accept", "text/event-stream"));
        assertThat(events.whole().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        assertThat(events.body()).contains("event: end");
        return json(service.call("GET", place, "").body());
    }

    private String list() {
        return service.call("GET", "/v1/backtests", "").body();
    }

    private String active() {
        return json(service.call("GET", "/v1/rulesets/active", "").body())
                .path("revision")
                .asText();
    }

    private JsonNode send(String account, String number) {
        return json(
                service.call(
                                "POST",
                                "/v1/verifications",
                                "{\"account\":\"%s\",\"method\":{\"channel\":\"sms\",\"address\":\"%s\"}}"
                                        .formatted(account, number))
                        .body());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + text, e);
        }
    }
}
