package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Property;
import io.verigate.access.Role;
import io.verigate.api.TestService.Answer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The request to verify security info, as callers meet it over HTTP.
@ServiceTest
@Property(name = ServiceTest.SCHEMA, value = "prompt")
final class PromptInterfaceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PHONE = "+447700900611";

    @Inject TestService service;

    @Test
    void asksAndIsPutOffAndRefusesAndEnds() throws IOException {
        enrol();
        assertThat(skip("k-0").status()).as("before any notice").isEqualTo(409);
        advance("PT4344H");
        JsonNode notice =
                post("/v1/events", "{\"event\":\"sign-in-succeeded\",\"account\":\"a-1\"}");
        assertThat(notice.at("/decision/next/route").asText()).isEqualTo("verify-security-info");
        assertThat(account().at("/prompt/since").isTextual()).isTrue();

        Answer first = skip("k-1");
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(skip("k-1").body()).isEqualTo(first.body());
        String skippedAt = account().at("/prompt/skippedAt").asText();
        assertThat(skippedAt).isNotEmpty();

        Answer second = skip("k-2");
        assertThat(second.status()).isEqualTo(429);
        assertThat(Long.parseLong(second.whole().headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(86_000L, 86_400L);
        assertThat(second.body()).contains("\"skipped-today\"", "again tomorrow");
        assertThat(account().at("/prompt/skippedAt").asText()).isEqualTo(skippedAt);

        advance("PT168H");
        assertThat(skip("k-3").status()).isEqualTo(409);
        JsonNode refused = signIn();
        assertThat(refused.path("verdict").asText()).isEqualTo("refuse");
        assertThat(refused.at("/next/route").asText()).isEqualTo("verify-security-info");
        assertThat(refused.at("/next/methods/0/channel").asText()).isEqualTo("sms");

        verify();
        JsonNode after = signIn();
        assertThat(after.path("verdict").asText()).isEqualTo("allow");
        assertThat(after.at("/next/route").isNull()).isTrue();
        assertThat(account().path("prompt").isNull()).isTrue();
    }

    @Test
    void isNothingForSupport() {
        Answer answer =
                service.call(Role.SUPPORT, "POST", "/v1/accounts/a-2/prompt/skip", "", Map.of());
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void pointsAtFaults() {
        Answer answer =
                service.call("POST", "/v1/accounts/a-2/prompt/skip", "{\"source\":{\"ip\":\"x\"}}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"pointer\":\"/source/ip\"");
    }

    private void enrol() throws IOException {
        JsonNode added =
                post(
                        "/v1/accounts/a-1/security-info",
                        "{\"method\":{\"channel\":\"sms\",\"address\":\"" + PHONE + "\"}}");
        String id = added.at("/securityInfo/id").asText();
        assertThat(id).as(added.toString()).startsWith("si-");
        JsonNode proven =
                post(
                        "/v1/accounts/a-1/security-info/" + id + "/confirm",
                        "{\"code\":\"" + code() + "\"}");
        assertThat(proven.path("verified").asBoolean()).isTrue();
    }

    private void verify() throws IOException {
        JsonNode sent =
                post(
                        "/v1/verifications",
                        "{\"account\":\"a-1\",\"method\":{\"channel\":\"sms\",\"address\":\""
                                + PHONE
                                + "\"}}");
        JsonNode checked =
                post(
                        "/v1/verifications/" + sent.path("id").asText() + "/check",
                        "{\"code\":\"" + code() + "\"}");
        assertThat(checked.path("verified").asBoolean()).isTrue();
    }

    private String code() throws IOException {
        Answer answer =
                service.call("GET", "/sandbox/messages?to=" + PHONE.replace("+", "%2B"), "");
        return JSON.readTree(answer.body()).at("/items/0/code").asText();
    }

    private JsonNode signIn() throws IOException {
        return post("/v1/decisions", "{\"interaction\":\"sign-in\",\"account\":\"a-1\"}");
    }

    private JsonNode account() throws IOException {
        return JSON.readTree(service.call("GET", "/v1/accounts/a-1", "").body());
    }

    private JsonNode post(String path, String body) throws IOException {
        Answer answer = service.call("POST", path, body);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return JSON.readTree(answer.body());
    }

    private Answer skip(String key) {
        return service.call(
                Role.SERVICE,
                "POST",
                "/v1/accounts/a-1/prompt/skip",
                "",
                Map.of("Idempotency-Key", key));
    }

    private void advance(String length) {
        Answer answer = service.call("PUT", "/sandbox/clock", "{\"advance\":\"" + length + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
