package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Property;
import io.verigate.api.TestService.Answer;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signals, receipts, senders and suggestions, as callers meet them.
@ServiceTest
@Property(name = "verigate.delivery.voice", value = "none")
@Timeout(120)
final class SignalsInterfaceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CALLS = 2_000;

    @Inject TestService service;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ann@gmial.com | gmail.com, gmial.co.uk, gmial.co, gmial.net, gmial.org
                    Ann@YAHOO.CO | yahoo.com, yahoo.co.uk, yahoo.fr, yahoo.co.jp, yahoo.net
                    firm.co.uk | firm.com, firm.co, firm.net, firm.org, firm.de
                    +447400123456 | ''
                    no domain at all | ''
                    """)
    void suggestsWhatWasMeantFromTheTypedTextAlone(String typed, String domains) {
        Answer answer = suggest(typed);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContainIgnoringCase("ann@");
        List<String> told = new ArrayList<>();
        json(answer).path("domains").forEach(domain -> told.add(domain.asText()));
        assertThat(String.join(", ", told)).isEqualTo(domains);
    }

    @Test
    @Tag("timing")
    void suggestsTheSameInTheSameTimeWhetherOrNotAnAccountExists() {
        enrol("a-there", "there@gmial.com");
        long[] there = new long[CALLS];
        long[] nowhere = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            there[i] = timed("there@gmial.com", suggest("elsewhere@gmial.com").body());
            nowhere[i] = timed("nobody@gmial.com", suggest("elsewhere@gmial.com").body());
        }

        long spread = quantile(nowhere, 3) - quantile(nowhere, 1);
        assertThat(Math.abs(quantile(there, 2) - quantile(nowhere, 2)))
                .as("difference of the medians in nanoseconds, and half the spread")
                .isLessThan(spread / 2);
    }

    @Test
    void aSuggestionNeedsATypedTextAndNothingElse() {
        assertThat(service.call("POST", "/v1/suggestions", "{}").status()).isEqualTo(400);
        assertThat(
                        service.call(
                                        "POST",
                                        "/v1/suggestions",
                                        "{\"typed\": \"a@b.com\", \"account\": \"a-1\"}")
                                .body())
                .contains("/account");
    }

    @Test
    void theStateOfAVerificationTellsItsSender() {
        String id = send("a-sender", "sms", "+447400110001").path("id").asText();

        JsonNode state = json(service.call("GET", "/v1/verifications/" + id, ""));

        assertThat(state.at("/sender/channel").asText()).isEqualTo("sms");
        assertThat(state.at("/sender/address").asText()).isNotBlank();
    }

    @Test
    void doesNotStartWithASenderThatPeopleCannotTellFromAForgery() {
        Map<String, Object> outside =
                Map.of(
                        "verigate.delivery.email", "smtp",
                        "verigate.smtp.host", "localhost",
                        "verigate.smtp.from", "code@example.net",
                        "verigate.smtp.published-domain", "example.com");

        assertThatThrownBy(() -> new TestService("signals_outside", outside).close())
                .rootCause()
                .hasMessageContaining("must be in the published domain `example.com`");
    }

    @Test
    void everySignalMayBeToldAndEveryFaultIsPointedAt() {
        Answer told =
                decide(
                        """
                        {"lineType": "mobile", "country": "GB", "asn": 64500, "hosting": false, "anonymiser": false,
                         "phoneRegion": "JE", "carrier": "Sure", "familiarSource": true, "newDevice": false,
                         "newNetwork": false, "newCountry": false, "travelSpeed": 12}\
                        """);
        JsonNode facts =
                json(service.call("GET", "/v1/decisions/" + json(told).path("id").asText(), ""))
                        .path("facts");

        assertThat(facts.path("phoneRegion").asText()).isEqualTo("JE");
        assertThat(facts.path("carrier").asText()).isEqualTo("Sure");
        assertThat(facts.path("familiarSource").asBoolean()).isTrue();
        assertThat(facts.path("travelSpeed").asInt()).isEqualTo(12);
        assertThat(decide("{\"travelSpeed\": \"fast\", \"phoneRegion\": \"Jersey\"}").body())
                .contains("/signals/travelSpeed")
                .contains("/signals/phoneRegion");
    }

    @Test
    void theCountryOfAnAddressIsKnownWithoutConfiguration() {
        Answer answer =
                service.call(
                        "POST",
                        "/v1/decisions",
                        "{\"interaction\": \"sign-in\", \"account\": \"a-nl\","
                                + " \"source\": {\"ip\": \"193.0.6.139\"}}");
        String id = json(answer).path("id").asText();

        assertThat(
                        json(service.call("GET", "/v1/decisions/" + id, ""))
                                .at("/facts/sourceCountry")
                                .asText())
                .isEqualTo("NL");
    }

    @Test
    void aReceiptThatComesTwiceCountsOnce() {
        String id = send("a-twice", "sms", "+447400110101").path("id").asText();
        service.call("GET", "/sandbox/messages?to=%2B447400110101", "");
        String receipt = "{\"verification\": \"%s\", \"status\": \"undeliverable\"}".formatted(id);

        assertThat(service.call("POST", "/sandbox/receipts", receipt).status()).isEqualTo(204);
        assertThat(service.call("POST", "/sandbox/receipts", receipt).status()).isEqualTo(204);

        assertThat(reports("a-twice")).hasSize(1);
    }

    @Test
    void aCodeThatNobodyTakesIsAdvisedOfOnTheNextRequest() {
        String id = send("a-voice", "voice", "+447400110201").path("id").asText();
        while (reports("a-voice").isEmpty()) {
            assertThat(json(service.call("GET", "/v1/verifications/" + id, "")).has("state"))
                    .isTrue();
        }
        service.call("PUT", "/sandbox/clock", "{\"advance\":\"PT31S\"}");

        JsonNode next = send("a-voice", "voice", "+447400110201").at("/decision/next/advice");

        assertThat(next.findValuesAsText("code"))
                .containsExactly("check-number", "fallback-offered");
    }

    @Test
    void receiptsAreNotToldAsEvents() {
        Answer answer =
                service.call(
                        "POST",
                        "/v1/events",
                        "{\"event\": \"code-undelivered\", \"account\": \"a-1\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("/event").contains("receipt");
    }

    private List<JsonNode> reports(String account) {
        List<JsonNode> reports = new ArrayList<>();
        json(service.call("GET", "/v1/decisions?account=" + account, ""))
                .path("items")
                .forEach(item -> {
                    if (item.at("/facts/event").asText().equals("code-undelivered")) {
                        reports.add(item);
                    }
                });
        return reports;
    }

    private Answer decide(String signals) {
        return service.call(
                "POST",
                "/v1/decisions",
                ("{\"interaction\": \"send-code\", \"account\": \"a-told\","
                                + " \"method\": {\"channel\": \"sms\", \"address\": \"+447400110301\"},"
                                + " \"signals\": %s}")
                        .formatted(signals));
    }

    private JsonNode send(String account, String channel, String address) {
        return json(
                service.call(
                        "POST",
                        "/v1/verifications",
                        "{\"account\": \"%s\", \"method\": {\"channel\": \"%s\", \"address\": \"%s\"}}"
                                .formatted(account, channel, address)));
    }

    private void enrol(String account, String address) {
        Answer answer =
                service.call(
                        "POST",
                        "/v1/accounts/" + account + "/security-info",
                        "{\"method\": {\"channel\": \"email\", \"address\": \"%s\"}}"
                                .formatted(address));
        assertThat(answer.status()).isEqualTo(201);
    }

    private Answer suggest(String typed) {
        return service.call("POST", "/v1/suggestions", "{\"typed\": \"%s\"}".formatted(typed));
    }

    /// How long the answer takes, which has to be the same as another.
    private long timed(String typed, String same) {
        long start = System.nanoTime();
        String body = suggest(typed).body();
        long took = System.nanoTime() - start;
        assertThat(body).isEqualTo(same);
        return took;
    }

    private static long quantile(long[] times, int quarters) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length * quarters / 4];
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + answer.body(), e);
        }
    }
}
