package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.access.Role;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// No address and no code is in anything that the services of the whole test run said: answers, errors, headers, log
/// lines, metrics. Runs last, after it said something itself.
@Order(Integer.MAX_VALUE)
final class NothingShownTest {
    private static final String MAIL = "zacharias.quirk@mailbox-of-nobody.example";
    private static final String PHONE = "+447700900777";

    @Test
    void noAddressAndNoCodeIsSaidAnywhere() {
        try (TestService service = new TestService("nothing_shown", Map.of())) {
            speak(service);
        }
        SharedService.note();

        System.out.printf(
                "searched lines %s for %d notations of addresses and %d codes; words of six digits: %s%n",
                Overheard.lines(),
                Secrets.addresses().size(),
                Secrets.codes().size(),
                Overheard.likeCodes());
        assertThat(Overheard.lines())
                .containsKeys("answers", "errors", "headers", "log", "metrics");
        assertThat(Secrets.addresses())
                .contains(MAIL, "zacharias.quirk", "447700900777", "07700900777");
        assertThat(Secrets.codes()).isNotEmpty();
        assertThat(Overheard.among(Secrets.addresses())).isEmpty();
        assertThat(Overheard.among(Secrets.codes())).isEmpty();
    }

    @Test
    void everyNotationWouldBeFound() {
        Secrets.told(
                "{\"address\": \"+447700900888\"} {\"address\":\"hidden.person@secret-place.example\"}");
        for (String said :
                new String[] {
                    "{\"to\":\"+447700900888\"}",
                    "to 07700 900888.",
                    "sent to +44 7700-900888",
                    "?to=+447700900888",
                    "<hidden.person@secret-place.example>",
                    "mailbox hidden.person",
                    "at secret-place.example,"
                }) {
            assertThat(Overheard.wouldFind(said, Secrets.addresses())).as(said).isTrue();
        }
        assertThat(Overheard.wouldFind("\"code\":\"271828\"", Set.of("271828"))).isTrue();
        assertThat(Overheard.wouldFind("at 09:00:00.271828Z", Set.of("271828"))).isFalse();
    }

    private static void speak(TestService service) {
        String mail =
                "{\"account\": \"a-1\", \"method\": {\"channel\": \"email\", \"address\": \"%s\"}}"
                        .formatted(MAIL);
        String phone =
                "{\"account\": \"a-2\", \"method\": {\"channel\": \"sms\", \"address\": \"%s\"}}"
                        .formatted(PHONE);
        for (String body : new String[] {mail, phone}) {
            service.call("POST", "/v1/verifications", body);
            service.call("POST", "/v1/verifications", body);
            service.call(
                    "POST", "/v1/verifications", body.replace("}}", "}, \"languag\": \"en\"}"));
            service.call(
                    "POST",
                    "/v1/decisions",
                    body.replace("{\"account", "{\"interaction\": \"send-code\", \"account"));
            service.call("POST", "/v1/decisions", body);
            service.call("POST", "/v1/verifications", body.substring(0, body.length() - 2));
            service.call(Role.SUPPORT, "POST", "/v1/verifications", body, Map.of());
            service.plain("POST", "/v1/verifications", body, Map.of());
        }
        service.call("GET", "/v1/decisions", "");
        service.call("GET", "/v1/blocks", "");
        service.call("GET", "/v1/accounts/" + PHONE, "");
        service.call("GET", "/nowhere/" + MAIL, "");
    }
}
