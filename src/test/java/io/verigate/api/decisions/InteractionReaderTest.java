package io.verigate.api.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.verigate.api.common.json.JsonBody;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.problem.FieldError;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.decision.Channel;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.LineType;
import io.verigate.decision.Method;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Signal;
import io.verigate.decision.Symptom;
import io.verigate.signal.Addresses;
import io.verigate.signal.Domains;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InteractionReaderTest {
    private static final String START = "{\"interaction\":\"sign-in\",\"account\":\"a-1\"";

    private final InteractionReader reader = new InteractionReader(new Addresses(Domains.NONE));

    @Test
    void readsAWholeInteraction() {
        Interaction interaction =
                decision(
                        """
                        {"interaction":"send-code","account":"a-1001",
                         "method":{"channel":"sms","address":"+44 7700 900123"},
                         "source":{"ip":"203.0.113.9","device":"d-77"},
                         "language":"EN-gb","symptom":"not-received",
                         "signals":{"lineType":"mobile","country":"GB","asn":64500,"hosting":false}}\
                        """);
        assertThat(interaction.kind()).isEqualTo(InteractionKind.SEND_CODE);
        assertThat(interaction.account()).isEqualTo("a-1001");
        assertThat(interaction.method())
                .isEqualTo(new Method.Named(Channel.SMS, new PhoneNumber("+447700900123")));
        assertThat(interaction.source().ip()).isEqualTo("203.0.113.9");
        assertThat(interaction.language()).isEqualTo("en-GB");
        assertThat(interaction.symptom()).isEqualTo(Symptom.NOT_RECEIVED);
        assertThat(interaction.signals().lineType()).isEqualTo(LineType.MOBILE);
        assertThat(interaction.signals().asn()).isEqualTo(64500);
        assertThat(interaction.signals().flag(Signal.HOSTING)).isFalse();
        assertThat(interaction.signals().flag(Signal.ANONYMISER)).isNull();
    }

    @Test
    void takesNullForNotTold() {
        Interaction interaction =
                decision(START + ",\"method\":null,\"source\":null,\"language\":null}");
        assertThat(interaction.method()).isEqualTo(Method.NONE);
        assertThat(interaction.language()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ", \"langauge\":\"en\"} | /langauge | unknown-field",
                ", \"+447700900123\":1} | `` | unknown-field",
                ", \"language\":\"english language\"} | /language | bad-language",
                ", \"language\":7} | /language | wrong-type",
                ", \"symptom\":\"lost\"} | /symptom | unknown-word",
                ", \"source\":[]} | /source | wrong-type",
                ", \"source\":{\"ip\":\"999.1.2.3\"}} | /source/ip | bad-ip",
                ", \"source\":{\"device\":\"a\\u0007b\"}} | /source/device | control-character",
                ", \"source\":{\"device\":\"\\ud800\"}} | /source/device | control-character",
                ", \"source\":{\"a/b~c\":1}} | /source | unknown-field",
                ", \"signals\":{\"country\":\"gb\"}} | /signals/country | bad-region",
                ", \"signals\":{\"asn\":-1}} | /signals/asn | out-of-range",
                ", \"signals\":{\"asn\":4294967296}} | /signals/asn | out-of-range",
                ", \"signals\":{\"asn\":99999999999999999999}} | /signals/asn | out-of-range",
                ", \"signals\":{\"asn\":1.5}} | /signals/asn | wrong-type",
                ", \"signals\":{\"hosting\":\"yes\"}} | /signals/hosting | wrong-type",
                ", \"signals\":{\"lineType\":\"satellite\"}} | /signals/lineType | unknown-word",
                ", \"method\":{}} | /method/channel | missing",
                ", \"method\":{\"channel\":\"sms\"}} | /method/address | missing",
                ", \"method\":{\"channel\":\"fax\",\"address\":\"x\"}} | /method/channel | unknown-word",
                ", \"method\":{\"channel\":\"passkey\"}} | /method/channel | unknown-word",
                ", \"method\":{\"channel\":\"sms\",\"address\":\"+44\"}} | /method/address | bad-address",
                ", \"method\":{\"channel\":\"email\",\"address\":\"ann\"}} | /method/address | bad-address",
                ", \"method\":{\"securityInfo\":\"si-1\",\"channel\":\"sms\"}} | /method/channel | misplaced",
            })
    void tellsWhereAFaultIs(String rest, String pointer, String code) {
        assertThat(faults(START + rest))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo(pointer);
                    assertThat(fault.code()).isEqualTo(code);
                });
    }

    @Test
    void tellsAllFaultsAtOnce() {
        List<FieldError> faults =
                faults(
                        """
                        {"interaction":"send-cod","acount":"a-1","method":{"channel":"sms","address":"+44 secret"},
                         "source":{"ip":"secret"},"signals":{"asn":"secret"}}\
                        """);
        assertThat(faults)
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "/interaction",
                        "/account",
                        "/method/address",
                        "/source/ip",
                        "/signals/asn",
                        "/acount");
        assertThat(faults)
                .extracting(FieldError::detail)
                .noneMatch(detail -> detail.contains("secret"));
        assertThat(faults)
                .extracting(FieldError::detail)
                .contains("unknown field `acount`, did you mean `account`?")
                .anyMatch(detail -> detail.contains("`send-code`"));
    }

    @Test
    void needsAMethodWhereACodeLeaves() {
        assertThat(faults("{\"interaction\":\"send-code\",\"account\":\"a-1\"}"))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/method", "missing"));
    }

    @Test
    void refusesLongAndBlankAccounts() {
        assertThat(faults("{\"interaction\":\"sign-in\",\"account\":\"" + "a".repeat(129) + "\"}"))
                .extracting(FieldError::code)
                .containsExactly("too-long");
        assertThat(faults("{\"interaction\":\"sign-in\",\"account\":\" \"}"))
                .extracting(FieldError::code)
                .containsExactly("too-short");
    }

    @Test
    void leavesReportsToEvents() {
        assertThat(faults("{\"interaction\":\"report\",\"account\":\"a-1\"}"))
                .extracting(FieldError::pointer)
                .containsExactly("/interaction");
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThat(faults("[]"))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("", "wrong-type"));
    }

    private Interaction decision(String body) {
        JsonFields fields = fields(body);
        var interaction = reader.decision(fields);
        fields.finish();
        return interaction.orElseThrow();
    }

    private List<FieldError> faults(String body) {
        return catchThrowableOfType(ProblemException.class, () -> decision(body))
                .problem()
                .errors();
    }

    private static JsonFields fields(String body) {
        return JsonFields.of(JsonBody.parse(body.getBytes(StandardCharsets.UTF_8)));
    }
}
