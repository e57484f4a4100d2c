package io.verigate.api;

import static io.verigate.api.BusyAccount.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.access.Role;
import io.verigate.api.TestService.Answer;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Codes that were sent to security info which is gone by the time that they are used.
@ServiceTest
final class RemovedInfoTest {
    @Inject TestService service;

    @Test
    void aCodeToClearedSecurityInfoSignsNobodyIn() {
        BusyAccount account = new BusyAccount(service, "a-stolen");
        String sent = signIn(account);
        String code = account.code(account.number('1'));
        clear(account);

        Answer check = account.post("/v1/verifications/" + sent + "/check", account.typing(code));

        assertThat(check.status()).as(check.body()).isEqualTo(200);
        assertThat(check.body()).isEqualTo("{\"verified\":false}");
    }

    @Test
    void anotherSignInCodeAsksForAnotherMethod() {
        BusyAccount account = new BusyAccount(service, "a-again");
        String sent = signIn(account);
        clear(account);
        service.call("PUT", "/sandbox/clock", "{\"advance\":\"PT31S\"}");
        String path = "/v1/verifications/" + sent + "/resend";

        Answer same = account.post(path, "{}");
        Answer named =
                account.post(
                        path, "{\"method\":{\"securityInfo\":\"%s\"}}".formatted(account.phone));

        assertThat(same.status()).as(same.body()).isEqualTo(409);
        assertThat(json(same).path("detail").asText())
                .contains("has been removed", "by another method");
        assertThat(same.body()).doesNotContain("/method/securityInfo");
        assertThat(named.status()).isEqualTo(422);
        assertThat(named.body()).contains("/method/securityInfo");
    }

    @Test
    void noCodeLeavesToProveWhatIsGone() {
        BusyAccount account = new BusyAccount(service, "a-gone");
        Answer added =
                account.post(account.path + "/security-info", account.naming(account.number('5')));
        String sent = json(added).at("/verification/id").asText();
        assertThat(sent).as(added.body()).isNotEmpty();
        clear(account);
        service.call("PUT", "/sandbox/clock", "{\"advance\":\"PT31S\"}");

        Answer again = account.post("/v1/verifications/" + sent + "/resend", account.from());

        assertThat(again.status()).as(again.body()).isEqualTo(409);
        assertThat(json(again).path("detail").asText()).contains("was removed", "add it again");
        assertThat(account.messages(account.number('5'))).hasSize(1);
    }

    private String signIn(BusyAccount account) {
        service.call("PUT", "/sandbox/clock", "{\"advance\":\"PT2M\"}");
        Answer sent = account.post("/v1/verifications", account.proving(account.phone));
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        return json(sent).path("id").asText();
    }

    private void clear(BusyAccount account) {
        Answer answer =
                service.call(
                        Role.HELP_DESK,
                        "POST",
                        account.path + "/security-info/clear/" + account.clearing + "/approve",
                        "",
                        Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(account.infos()).isEmpty();
    }
}
