package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Property;
import io.verigate.api.TestService.Answer;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people who integrate find, over HTTP.
@ServiceTest
@Property(name = ServiceTest.SCHEMA, value = "sandbox")
final class SandboxTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject TestService service;

    @ParameterizedTest
    @CsvSource({
        "+447700900301, delivered, delivered",
        "+447700901302, undeliverable, undelivered",
        "+447700902303, rejected, undelivered",
        "+447700903304, accepted, sent"
    })
    void playsTheOperator(String number, String status, String state) throws IOException {
        String id = send(number);
        service.call("GET", "/sandbox/messages?to=" + number.replace("+", "%2B"), "");

        Answer told = receipt(id, status);

        assertThat(told.status()).as(told.body()).isEqualTo(204);
        JsonNode verification =
                JSON.readTree(service.call("GET", "/v1/verifications/" + id, "").body());
        assertThat(verification.path("state").asText()).isEqualTo(state);
    }

    @Test
    void knowsNoReceiptOfAMessageThatIsNotThere() {
        assertThat(receipt("v-none", "delivered").status()).isEqualTo(404);
        Answer bad = receipt("v-none", "eaten");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.body()).contains("\"pointer\":\"/status\"").doesNotContain("eaten");
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "12", "a@"})
    void refusesToLookForWhatIsNoAddress(String address) {
        Answer answer = service.call("GET", "/sandbox/messages?to=" + address, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"parameter\":\"to\"", "bad-address");
    }

    @ParameterizedTest
    @CsvSource({"now, 2037-01-01T00:00:00Z", "advance, P3600D"})
    void goesNoFurtherThanTheDatabaseKnowsTimes(String field, String value) {
        Answer answer =
                service.call("PUT", "/sandbox/clock", "{\"%s\":\"%s\"}".formatted(field, value));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"/" + field + "\"", "out-of-range");
    }

    private String send(String number) throws IOException {
        Answer answer =
                service.call(
                        "POST",
                        "/v1/verifications",
                        "{\"account\": \"a-%s\", \"method\": {\"channel\": \"sms\", \"address\": \"%s\"}}"
                                .formatted(number.substring(11), number));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").asText();
    }

    private Answer receipt(String id, String status) {
        return service.call(
                "POST",
                "/sandbox/receipts",
                "{\"verification\": \"%s\", \"status\": \"%s\"}".formatted(id, status));
    }
}
