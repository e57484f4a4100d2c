package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.verigate.api.TestService.Answer;
import java.util.Map;
import java.util.TreeMap;

/// An account in which everything is on its way: a proven phone, a passkey whose removal is to be confirmed, a phone
/// that waits for its code, a replacement that is held, a code to sign in, and a clearing that waits for approval.
final class BusyAccount {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUMBERS = "1234567";

    final String path;
    final String phone;
    final String passkey;
    final String held;
    final String added;
    final String addedCode;
    final String open;
    final String openCode;
    final String clearing;

    private final TestService service;
    private final String id;
    private final int number;

    BusyAccount(TestService service, String id) {
        this.service = service;
        this.id = id;
        this.path = "/v1/accounts/" + id;
        this.number = Math.floorMod(id.hashCode(), 9_000) + 1_000;
        String infos = path + "/security-info";
        tell("{\"kind\":\"personal\",\"language\":\"en\"}");
        this.phone = made(post(infos, naming(number('1'))), "/securityInfo/id");
        confirm(phone, number('1'));
        this.passkey =
                made(
                        post(infos, "{\"method\":{\"channel\":\"passkey\"}," + from().substring(1)),
                        "/securityInfo/id");
        made(post(infos + "/" + passkey + "/removal", from()), "/securityInfo/id");
        this.added = made(post(infos, naming(number('2'))), "/securityInfo/id");
        this.addedCode = code(number('2'));
        this.held = made(post(infos + "/replacement", naming(number('3'))), "/securityInfo/id");
        confirm(held, number('3'));
        this.open = made(post("/v1/verifications", sending(number('4'))), "/id");
        this.openCode = code(number('4'));
        tell("{\"kind\":\"managed\"}");
        this.clearing = made(post(infos + "/clear", "{\"reason\":\"stolen\"}"), "/id");
        assertThat(infos())
                .containsEntry(phone, "confirmed")
                .containsEntry(passkey, "removal-requested")
                .containsEntry(added, "pending")
                .containsEntry(held, "pending");
    }

    Answer post(String to, String body) {
        return service.call("POST", to, body);
    }

    void tell(String body) {
        assertThat(service.call("PUT", path, body).status()).isEqualTo(200);
    }

    /// A caller tells what it observed, with the proven phone.
    Answer event(String event) {
        return post(
                "/v1/events",
                "{\"event\":\"%s\",\"account\":\"%s\",\"method\":{\"securityInfo\":\"%s\"},%s"
                        .formatted(event, id, phone, from().substring(1)));
    }

    /// One of the numbers of the account.
    String number(char which) {
        return "+44740" + number + "00" + which;
    }

    String from() {
        return "{\"source\":{\"ip\":\"198.51.100.%d\",\"device\":\"d-%s\"}}"
                .formatted(number % 250, id);
    }

    String naming(String to) {
        return "{\"method\":{\"channel\":\"sms\",\"address\":\"%s\"},%s"
                .formatted(to, from().substring(1));
    }

    String sending(String to) {
        return "{\"account\":\"%s\",%s".formatted(id, naming(to).substring(1));
    }

    /// Asks for a code by security info.
    String proving(String info) {
        return "{\"account\":\"%s\",\"method\":{\"securityInfo\":\"%s\"},%s"
                .formatted(id, info, from().substring(1));
    }

    String asking(String interaction, String to) {
        return "{\"interaction\":\"%s\",%s".formatted(interaction, sending(to).substring(1));
    }

    String typing(String code) {
        return "{\"code\":\"%s\",%s".formatted(code, from().substring(1));
    }

    /// State of each security info by its id.
    Map<String, String> infos() {
        Map<String, String> states = new TreeMap<>();
        json(service.call("GET", path + "/security-info", ""))
                .path("items")
                .forEach(info -> states.put(info.path("id").asText(), info.path("state").asText()));
        return states;
    }

    /// How many messages have left for it.
    long messages() {
        long messages = 0;
        for (char which : NUMBERS.toCharArray()) {
            messages += messages(number(which)).size();
        }
        return messages;
    }

    /// Everything about it that must not change by itself, as text.
    String state() {
        return messages()
                + service.call("GET", path + "/security-info", "").body()
                + service.call("GET", "/v1/verifications/" + open, "").body();
    }

    String code(String to) {
        return messages(to).path(0).path("code").asText();
    }

    JsonNode messages(String to) {
        return json(service.call("GET", "/sandbox/messages?to=" + to.replace("+", "%2B"), ""))
                .path("items");
    }

    private void confirm(String info, String to) {
        Answer answer = post(path + "/security-info/" + info + "/confirm", typing(code(to)));
        assertThat(answer.body()).contains("\"verified\":true");
    }

    private static String made(Answer answer, String pointer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return json(answer).at(pointer).asText();
    }

    static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + answer.body(), e);
        }
    }
}
