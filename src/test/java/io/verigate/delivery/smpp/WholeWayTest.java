package io.verigate.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.verigate.api.TestService;
import io.verigate.api.TestService.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.SMPPServerSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// The whole service with a real message centre and a real mail server on loopback: a code is requested over HTTP, read
/// from the delivered message, and checked.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
final class WholeWayTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");
    private static final byte RECEIPT = 0x04;

    private final GreenMail mail =
            new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    private TestSmsc smsc;
    private TestService service;

    @BeforeAll
    void start() throws IOException {
        mail.start();
        smsc = TestSmsc.onAnyPort();
        service =
                new TestService(
                        "whole_way",
                        Map.of(
                                "verigate.delivery.sms", "smpp",
                                "verigate.smpp.host", "127.0.0.1",
                                "verigate.smpp.port", smsc.port(),
                                "verigate.smpp.system-id", "verigate",
                                "verigate.smpp.password", TestSmsc.PASSWORD,
                                "verigate.delivery.email", "smtp",
                                "verigate.smtp.port", mail.getSmtp().getPort(),
                                "verigate.smtp.tls", "off",
                                "verigate.smtp.from", "code@example.com",
                                "verigate.smtp.published-domain", "example.com"));
    }

    @AfterAll
    void stop() {
        service.close();
        smsc.close();
        mail.stop();
    }

    @Test
    void aTextMessageArrivesAndItsReceiptReachesTheVerification() throws Exception {
        SMPPServerSession operator = smsc.session();
        String id = send("sms", "+447700900401");
        assertThat(stateBeyond(id, "queued")).isEqualTo("sent");
        byte[] text = smsc.submitted().getFirst().getShortMessage();

        receipt(operator, "id:00AB01 stat:DELIVRD err:000");

        assertThat(stateBeyond(id, "sent")).isEqualTo("delivered");
        assertThat(check(id, code(new String(text, StandardCharsets.ISO_8859_1)))).isTrue();
    }

    @Test
    void anEmailArrives() throws Exception {
        String id = send("email", "rana@example.org");
        assertThat(mail.waitForIncomingEmail(10_000, 1)).isTrue();
        var received = mail.getReceivedMessages()[0];

        assertThat(received.getFrom()).extracting(Object::toString).contains("code@example.com");
        assertThat(check(id, code((String) received.getContent()))).isTrue();
    }

    private String send(String channel, String address) throws IOException {
        JsonNode sent =
                JSON.readTree(
                        service.call(
                                        "POST",
                                        "/v1/verifications",
                                        "{\"account\": \"a-%1$s\", \"method\": {\"channel\": \"%1$s\", \"address\": \"%2$s\"}}"
                                                .formatted(channel, address))
                                .body());
        return sent.path("id").asText();
    }

    /// Waits until the state of a verification is none of these.
    private String stateBeyond(String id, String... before) throws IOException {
        String state = before[0];
        while (Set.of(before).contains(state)) {
            Answer answer = service.call("GET", "/v1/verifications/" + id, "");
            state = JSON.readTree(answer.body()).path("state").asText();
        }
        return state;
    }

    private boolean check(String id, String code) throws IOException {
        Answer answer =
                service.call(
                        "POST",
                        "/v1/verifications/" + id + "/check",
                        "{\"code\": \"" + code + "\"}");
        return JSON.readTree(answer.body()).path("verified").asBoolean();
    }

    private static String code(String text) {
        Matcher code = CODE.matcher(text);
        assertThat(code.find()).as(text).isTrue();
        return code.group();
    }

    private static void receipt(SMPPServerSession operator, String text) throws Exception {
        operator.deliverShortMessage(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "447700900401",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "Verigate",
                new ESMClass(RECEIPT),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                DataCodings.ZERO,
                text.getBytes(StandardCharsets.US_ASCII));
    }
}
