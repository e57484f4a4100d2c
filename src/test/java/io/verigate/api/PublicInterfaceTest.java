package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.verigate.access.Role;
import io.verigate.api.TestService.Answer;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The public interface over HTTP and MariaDB, as callers meet it.
@ServiceTest
final class PublicInterfaceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject TestService service;

    @Test
    void isAliveAndReadyAndDescribesItself() {
        assertThat(service.plain("GET", "/health/liveness", "", Map.of()).status()).isEqualTo(200);
        assertThat(service.plain("GET", "/health/readiness", "", Map.of()).body()).contains("UP");
        assertThat(service.plain("GET", "/openapi.yml", "", Map.of()).body())
                .startsWith("openapi: 3.1")
                .contains("/v1/decisions");
        assertThat(service.plain("GET", "/docs", "", Map.of()).body()).contains("/docs/start.js");
    }

    @Test
    void sendsACodeThatTheSandboxShowsAndThatWorksOnce() {
        JsonNode sent = send("a-once", "+447700900201");
        String id = sent.path("id").asText();
        assertThat(sent.path("hint").asText()).isEqualTo("…01");
        assertThat(sent.path("sender").path("address").asText()).isNotBlank();
        String code = newestCode("+447700900201");

        assertThat(check(id, wrong(code))).isFalse();
        assertThat(check(id, code)).isTrue();
        assertThat(check(id, code)).isFalse();
        assertThat(state(id)).isEqualTo("verified");
    }

    @Test
    void usesUpAVerificationAfterFiveWrongCodes() {
        String id = send("a-five", "+447700900202").path("id").asText();
        String code = newestCode("+447700900202");
        for (int i = 0; i < 5; i++) {
            assertThat(check(id, wrong(code))).isFalse();
        }

        assertThat(check(id, code)).isFalse();
        assertThat(state(id)).isEqualTo("exhausted");
    }

    @Test
    void makesTheCodeBeforeAResendWorthless() {
        String first = send("a-resend", "+447700900203").path("id").asText();
        String old = newestCode("+447700900203");
        Answer early = service.call("POST", "/v1/verifications/" + first + "/resend", "{}");
        assertThat(early.status()).isEqualTo(429);
        assertThat(early.whole().headers().firstValue("Retry-After")).isPresent();
        service.call("PUT", "/sandbox/clock", "{\"advance\":\"PT31S\"}");

        Answer again =
                service.call(
                        "POST",
                        "/v1/verifications/" + first + "/resend",
                        "{\"symptom\":\"in-junk\"}");

        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.body()).contains("check-junk");
        String fresh = newestCode("+447700900203");
        assertThat(check(first, old)).isFalse();
        assertThat(state(first)).isEqualTo("superseded");
        assertThat(check(json(again).path("id").asText(), fresh)).isTrue();
    }

    @Test
    void answersTheSameToTheSameIdempotencyKeyAndSendsOnce() {
        String body = body("a-idem", "+447700900204");
        Map<String, String> key = Map.of("Idempotency-Key", "k-1");

        Answer first = service.call(Role.ADMIN, "POST", "/v1/verifications", body, key);
        Answer second = service.call(Role.ADMIN, "POST", "/v1/verifications", body, key);
        Answer other =
                service.call(
                        Role.ADMIN,
                        "POST",
                        "/v1/verifications",
                        body("a-idem", "+447700900205"),
                        key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(messages("+447700900204")).hasSize(1);
        assertThat(messages("+447700900205")).isEmpty();
    }

    @Test
    void enrolsSecurityInfoAndConfirmsItByItsCode() {
        String path = "/v1/accounts/a-enrol/security-info";
        service.call("PUT", "/v1/accounts/a-enrol", "{\"kind\":\"personal\",\"language\":\"de\"}");
        Answer added =
                service.call(
                        "POST",
                        path,
                        "{\"method\":{\"channel\":\"email\",\"address\":\"Ann@Example.org\"},\"source\":{\"ip\":\"203.0.113.9\"}}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body()).doesNotContainIgnoringCase("ann@example.org");
        JsonNode listed = json(service.call("GET", path, "")).path("items").path(0);
        assertThat(listed.path("state").asText()).isEqualTo("pending");
        assertThat(listed.path("hint").asText()).isEqualTo("an…");
        String code = newestCode("ann@example.org");

        Answer confirmed =
                service.call(
                        "POST",
                        path + "/" + listed.path("id").asText() + "/confirm",
                        "{\"code\":\"" + code + "\"}");

        assertThat(confirmed.body()).contains("\"verified\":true");
        assertThat(json(service.call("GET", path, "")).path("items").path(0).path("state").asText())
                .isEqualTo("confirmed");
    }

    @Test
    void findsDecisionsByAccountVerdictRuleAndPage() {
        for (int i = 0; i < 7; i++) {
            service.call("POST", "/v1/decisions", decision("a-log", "+447700902206"));
        }
        JsonNode waits =
                json(service.call("GET", "/v1/decisions?account=a-log&verdict=wait&limit=3", ""));
        assertThat(waits.path("items")).hasSize(3);
        String cursor = waits.path("next").asText();
        JsonNode rest =
                json(
                        service.call(
                                "GET",
                                "/v1/decisions?account=a-log&verdict=wait&limit=3&cursor=" + cursor,
                                ""));
        assertThat(rest.path("items").size()).isEqualTo(3);
        JsonNode byRule = json(service.call("GET", "/v1/decisions?account=a-log&rule=HV-001", ""));
        assertThat(byRule.path("items").size()).isEqualTo(2);

        String id = byRule.path("items").path(0).path("id").asText();
        String whole = service.call("GET", "/v1/decisions/" + id, "").body();
        assertThat(whole)
                .contains("HV-001", "requestsToDestination10m")
                .doesNotContain("7700902206");
    }

    @Test
    void answersABatchInItsOrderAndCountsWithinIt() {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            bodies.add(decision("a-batch", "+447700901207"));
        }

        Answer answer =
                service.call("POST", "/v1/decisions/batch", "[" + String.join(",", bodies) + "]");

        assertThat(answer.status()).isEqualTo(200);
        List<String> verdicts =
                items(json(answer)).map(one -> one.path("verdict").asText()).toList();
        assertThat(verdicts).hasSize(12).contains("allow", "wait", "block");
        assertThat(verdicts.stream().filter("allow"::equals)).hasSize(1);
    }

    @Test
    void aBatchOfAHundredThatTellEverythingHasRoom() {
        String one = decision("a-" + "b".repeat(126), "+447700901208");
        String padded = " ".repeat(900) + one;

        Answer answer =
                service.call(
                        "POST",
                        "/v1/decisions/batch",
                        "[" + String.join(",", Collections.nCopies(100, padded)) + "]");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(items(json(answer))).hasSize(100);
    }

    @Test
    void releasesABlockAndRemembersWhoAndWhy() {
        service.call(
                "POST",
                "/v1/events",
                "{\"event\":\"terms-violation\",\"account\":\"a-rel\",\"severity\":\"major\",\"clause\":\"3.2\",\"evidence\":\"case-1\"}");
        JsonNode block =
                json(service.call("GET", "/v1/blocks?account=a-rel", "")).path("items").path(0);
        assertThat(block.path("clause").asText()).isEqualTo("3.2");
        String path = "/v1/blocks/" + block.path("id").asText();

        assertThat(service.call("DELETE", path, "").status()).isEqualTo(400);
        assertThat(
                        service.call(Role.SUPPORT, "DELETE", path, "{\"reason\":\"no\"}", Map.of())
                                .status())
                .isEqualTo(403);
        assertThat(service.call("DELETE", path, "{\"reason\":\"appeal granted\"}").status())
                .isBetween(200, 204);

        assertThat(service.call("GET", "/v1/blocks?account=a-rel", "").body())
                .contains("appeal granted");
        assertThat(
                        json(service.call(
                                        "POST",
                                        "/v1/decisions",
                                        decision("a-rel", "+447700900208")))
                                .path("verdict")
                                .asText())
                .isEqualTo("allow");
    }

    @Test
    void refusesStrangersAndThoseWithoutTheScope() {
        Answer nobody =
                service.plain("POST", "/v1/decisions", decision("a-x", "+447700900209"), Map.of());
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.whole().headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(
                        service.call(
                                        Role.AUDITOR,
                                        "POST",
                                        "/v1/decisions",
                                        decision("a-x", "+447700900209"),
                                        Map.of())
                                .status())
                .isEqualTo(403);
        assertThat(service.plain("GET", "/prometheus", "", Map.of()).status()).isEqualTo(401);
        assertThat(service.call("GET", "/prometheus", "").body())
                .contains("verigate_decisions_total", "verigate_rules_seconds", "verigate_sends");
    }

    @Test
    void tellsEveryFaultWithItsPlaceAndRecordsNothing() {
        Answer answer =
                service.call(
                        "POST",
                        "/v1/decisions",
                        "{\"interaction\":\"send-code\",\"method\":{\"channel\":\"sms\",\"address\":\"07700 secret\"},\"source\":{\"ip\":\"999.1.1.1\"},\"signals\":{\"asn\":-1,\"country\":\"XX1\"},\"colour\":\"red\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.whole().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(
                        JSON.convertValue(json(answer).path("errors"), JsonNode.class)
                                .findValuesAsText("pointer"))
                .contains(
                        "/account",
                        "/method/address",
                        "/source/ip",
                        "/signals/asn",
                        "/signals/country",
                        "/colour");
        assertThat(answer.body()).doesNotContain("07700").doesNotContain("secret");
        assertThat(service.call("POST", "/v1/decisions", "{\"interaction\":").status())
                .isEqualTo(400);
        assertThat(
                        service.call(
                                        "POST",
                                        "/v1/decisions",
                                        "{\"account\":\"" + "x".repeat(70_000) + "\"}")
                                .status())
                .isEqualTo(413);
    }

    @Test
    void tellsFaultsOfOtherFieldsAlsoWhenTheInteractionIsUnknown() {
        Answer answer =
                service.call(
                        "POST",
                        "/v1/decisions",
                        "{\"interaction\":\"send-kode\",\"account\":\"a-1\",\"method\":{\"channel\":\"smss\",\"address\":\"+447700900123\"},\"source\":{\"ip\":\"999\"}}");

        assertThat(json(answer).path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/interaction", "/method/channel", "/source/ip");
    }

    private JsonNode send(String account, String number) {
        Answer answer = service.call("POST", "/v1/verifications", body(account, number));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private static String body(String account, String number) {
        return "{\"account\":\"%s\",\"method\":{\"channel\":\"sms\",\"address\":\"%s\"},\"source\":{\"device\":\"d-%s\"},\"language\":\"en-GB\"}"
                .formatted(account, number, account);
    }

    private static String decision(String account, String number) {
        return "{\"interaction\":\"send-code\",\"account\":\"%s\",\"method\":{\"channel\":\"sms\",\"address\":\"%s\"}}"
                .formatted(account, number);
    }

    private boolean check(String id, String code) {
        Answer answer =
                service.call(
                        "POST",
                        "/v1/verifications/" + id + "/check",
                        "{\"code\":\"" + code + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return json(answer).path("verified").asBoolean();
    }

    private String state(String id) {
        return json(service.call("GET", "/v1/verifications/" + id, "")).path("state").asText();
    }

    private String newestCode(String to) {
        return messages(to).getFirst().path("code").asText();
    }

    private List<JsonNode> messages(String to) {
        return items(
                        json(
                                service.call(
                                        "GET",
                                        "/sandbox/messages?to=" + to.replace("+", "%2B"),
                                        "")))
                .toList();
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static Stream<JsonNode> items(JsonNode answer) {
        List<JsonNode> items = new ArrayList<>();
        answer.path("items").forEach(items::add);
        return items.stream();
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + answer.body(), e);
        }
    }
}
