package io.verigate.api;

import static io.verigate.api.BusyAccount.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Property;
import io.verigate.access.Role;
import io.verigate.api.TestService.Answer;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The life of security info over HTTP, as far as timelines do not show it: what people read, what is listed, and what
/// answers a call that cannot be.
@ServiceTest
@Property(name = "verigate.recovery.address", value = SecurityInfoInterfaceTest.RECOVERY)
final class SecurityInfoInterfaceTest {
    static final String RECOVERY = "https://help.verigate.example/recover";

    @Inject TestService service;

    @Test
    void theHelpDeskClearsWithASecondPersonAndEveryContactHearsOfIt() {
        BusyAccount account = new BusyAccount(service, "a-clear");
        String approve = account.path + "/security-info/clear/" + account.clearing + "/approve";
        int before = account.messages(account.number('1')).size();

        Answer alone = account.post(approve, "");
        Answer other = service.call(Role.HELP_DESK, "POST", approve, "", Map.of());

        assertThat(alone.status()).isEqualTo(409);
        assertThat(alone.body()).contains("/problems/second-person-needed");
        assertThat(other.status()).as(other.body()).isEqualTo(200);
        assertThat(json(other).path("askedBy").asText()).isEqualTo("admin");
        assertThat(json(other).path("approvedBy").asText()).isEqualTo("help-desk");
        assertThat(account.infos()).isEmpty();
        assertThat(account.messages(account.number('1'))).hasSize(before + 1);
        JsonNode notice = account.messages(account.number('1')).path(0);
        assertThat(notice.path("text").asText())
                .isEqualTo(
                        "Verigate: your security info was changed. If this was not you, sign in and check it.");
        assertThat(notice.path("code").asText()).isEmpty();
        // What was not proven is nobody's contact.
        assertThat(account.messages(account.number('2')).path(0).path("code").asText())
                .isNotEmpty();
        assertThat(account.messages(account.number('3')).path(0).path("code").asText())
                .isNotEmpty();
    }

    @Test
    void aNoticeCarriesNothingToCheckOrSendAgain() {
        BusyAccount account = new BusyAccount(service, "a-notice");
        String notice = account.messages(account.number('1')).path(0).path("verification").asText();
        String path = "/v1/verifications/" + notice;

        assertThat(json(service.call("GET", path, "")).path("purpose").asText())
                .isEqualTo("notice");
        assertThat(account.post(path + "/resend", "{}").status()).isEqualTo(409);
        assertThat(account.post(path + "/unrequested", "{}").status()).isEqualTo(409);
        assertThat(account.post(path + "/check", "{\"code\":\"000000\"}").body())
                .isEqualTo("{\"verified\":false}");
        assertThat(
                        account.post(
                                        "/v1/verifications",
                                        account.sending(account.number('6'))
                                                .replace("{\"acc", "{\"purpose\":\"notice\",\"acc"))
                                .status())
                .isEqualTo(400);
    }

    @Test
    void aReplacementIsHeldInTheListAndToldToTheOldContactOnce() {
        BusyAccount account = new BusyAccount(service, "a-held");
        account.tell("{\"kind\":\"personal\"}");
        JsonNode held = info(account, account.held);
        assertThat(held.path("state").asText()).isEqualTo("pending");
        assertThat(held.path("heldUntil").asText()).isNotEmpty();
        assertThat(info(account, account.phone).has("heldUntil")).isFalse();
        assertThat(account.messages(account.number('1'))).hasSize(2);

        Answer again =
                account.post(
                        account.path + "/security-info/replacement",
                        account.naming(account.number('5')));

        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(account.messages(account.number('1'))).hasSize(2);
    }

    @Test
    void whoUsesTheOldOneIsToldThatTheReplacementIsCancelled() {
        BusyAccount account = new BusyAccount(service, "a-use");
        service.call("PUT", "/sandbox/clock", "{\"advance\":\"PT2M\"}");
        String sent =
                json(account.post("/v1/verifications", account.sending(account.number('1'))))
                        .path("id")
                        .asText();
        String check = "/v1/verifications/" + sent + "/check";
        String code = account.code(account.number('1'));

        String wrong = account.post(check, account.typing("1")).body();
        Answer right = account.post(check, account.typing(code));

        assertThat(wrong).isEqualTo("{\"verified\":false}");
        assertThat(json(right).at("/advice/0/code").asText()).isEqualTo("replacement-cancelled");
        assertThat(json(right).at("/advice/0/text").asText()).contains("cancelled");
        assertThat(account.infos()).doesNotContainKey(account.held).containsKey(account.phone);
    }

    @Test
    void anotherCodeForAReplacementLeavesItHeld() {
        BusyAccount account = new BusyAccount(service, "a-again");
        account.tell("{\"kind\":\"personal\"}");
        Answer named =
                account.post(
                        account.path + "/security-info/replacement",
                        account.naming(account.number('5')));
        String first = json(named).at("/verification/id").asText();
        String until = json(named).at("/securityInfo/heldUntil").asText();
        service.call("PUT", "/sandbox/clock", "{\"advance\":\"PT31S\"}");

        Answer again =
                account.post(
                        "/v1/verifications/" + first + "/resend",
                        // Where nothing of the account was ever used, as by somebody who lost all
                        // of it.
                        "{\"source\":{\"ip\":\"203.0.113.77\",\"device\":\"d-new\"}}");

        assertThat(again.status()).as(again.body()).isEqualTo(201);
        String info = json(again).path("securityInfo").asText();
        String confirm = account.path + "/security-info/" + info + "/confirm";
        assertThat(account.post(confirm, account.typing(account.code(account.number('5')))).body())
                .contains("\"verified\":true");
        assertThat(info(account, info).path("heldUntil").asText()).isEqualTo(until);
        assertThat(account.infos()).containsEntry(info, "pending");
    }

    @Test
    void aStepThatTheStateDoesNotAllowIsAConflictAndRecordsNothing() {
        BusyAccount account = new BusyAccount(service, "a-step");
        String before = account.state();
        String log = service.call("GET", "/v1/decisions?account=a-step&limit=500", "").body();

        Answer confirm =
                account.post(
                        account.path + "/security-info/" + account.phone + "/removal/confirm",
                        account.from());
        Answer request =
                account.post(
                        account.path + "/security-info/" + account.passkey + "/removal",
                        account.from());

        assertThat(confirm.status()).isEqualTo(409);
        assertThat(confirm.body()).contains("/problems/conflict", "request its removal first");
        assertThat(request.status()).isEqualTo(409);
        assertThat(request.body()).contains("confirm it");
        assertThat(account.state()).isEqualTo(before);
        assertThat(service.call("GET", "/v1/decisions?account=a-step&limit=500", "").body())
                .isEqualTo(log);
    }

    @Test
    void aRemovalHappensOnceForItsKeyAndIsToldToWhatIsLeft() {
        BusyAccount account = new BusyAccount(service, "a-once");
        String path = account.path + "/security-info/" + account.passkey + "/removal/confirm";
        Map<String, String> key = Map.of("Idempotency-Key", "k-removal");
        int messages = account.messages(account.number('1')).size();

        Answer first = service.call(Role.ADMIN, "POST", path, account.from(), key);
        Answer second = service.call(Role.ADMIN, "POST", path, account.from(), key);

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(json(first).at("/securityInfo/state").asText()).isEqualTo("removed");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(account.messages(account.number('1'))).hasSize(messages + 1);
    }

    @Test
    void messagesStayInTheLanguageOfTheAccountWhenItWasAdded() {
        BusyAccount account = new BusyAccount(service, "a-language");
        account.tell("{\"language\":\"de\"}");
        service.call("PUT", "/sandbox/clock", "{\"advance\":\"PT2M\"}");

        Answer sent = account.post("/v1/verifications", account.sending(account.number('1')));

        assertThat(json(sent).path("language").asText()).isEqualTo("en");
        assertThat(account.messages(account.number('1')).path(0).path("text").asText())
                .contains("is your Verigate code");
    }

    @Test
    void whoHasNothingLeftIsToldWhereToRecoverTheAccount() {
        Answer answer =
                service.call(
                        "POST",
                        "/v1/decisions",
                        "{\"interaction\":\"sign-in\",\"account\":\"a-nothing\",\"signals\":{\"passwordForgotten\":true}}");

        assertThat(json(answer).at("/next/route").asText()).isEqualTo("account-recovery");
        assertThat(json(answer).at("/next/recoveryAddress").asText()).isEqualTo(RECOVERY);
        assertThat(
                        service.call(
                                        "POST",
                                        "/v1/decisions",
                                        "{\"interaction\":\"sign-in\",\"account\":\"a-nothing\"}")
                                .body())
                .contains("\"otherwise\":\"account-recovery\"", RECOVERY);
    }

    private JsonNode info(BusyAccount account, String id) {
        for (JsonNode info :
                json(service.call("GET", account.path + "/security-info", "")).path("items")) {
            if (info.path("id").asText().equals(id)) {
                return info;
            }
        }
        throw new AssertionError("not listed: " + id);
    }
}
