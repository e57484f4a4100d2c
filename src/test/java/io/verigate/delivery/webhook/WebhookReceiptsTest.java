package io.verigate.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.delivery.Messages;
import io.verigate.delivery.receipt.DeliveryReceipt;
import io.verigate.delivery.receipt.DeliveryReceipt.Status;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookReceiptsTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String BODY =
            "{\"reference\":\"SM-1\",\"status\":\"delivered\",\"error\":\"0x1\",\"at\":\"2026-03-04T06:05:00+01:00\"}";

    private final WebhookReceipts receipts = receiptsAt(Messages.NOW);

    @Test
    void readsAReceipt() {
        assertThat(read(BODY))
                .isEqualTo(
                        new ReceiptRequest.Received(
                                new DeliveryReceipt(
                                        "SM-1",
                                        Status.DELIVERED,
                                        "0x1",
                                        Instant.parse("2026-03-04T05:05:00Z"))));
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void knowsEveryStatus(Status status) {
        assertThat(
                        read(
                                "{\"reference\":7,\"status\":\"%s\",\"error\":null}"
                                        .formatted(status.wireName())))
                .isEqualTo(
                        new ReceiptRequest.Received(
                                new DeliveryReceipt("7", status, "", Messages.NOW)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-04T05:30:00Z", "1969-01-01T00:00:00Z", "yesterday", ""})
    void takesItsOwnTimeInPlaceOfNonsenseOrTheFuture(String at) {
        assertThat(read("{\"reference\":\"a\",\"status\":\"expired\",\"at\":\"%s\"}".formatted(at)))
                .isEqualTo(
                        new ReceiptRequest.Received(
                                new DeliveryReceipt("a", Status.EXPIRED, "", Messages.NOW)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|not-json",
                "[]|not-an-object",
                "{\"status\":\"delivered\"}|no-reference",
                "{\"reference\":\" \",\"status\":\"delivered\"}|no-reference",
                "{\"reference\":\"a\"}|unknown-status",
                "{\"reference\":\"a\",\"status\":\"eaten\"}|unknown-status",
                "''|not-an-object"
            })
    void refusesWhatItDoesNotUnderstand(String body, String reason) {
        assertThat(read(body)).isEqualTo(new ReceiptRequest.Malformed(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1=",
                "t=1772600767",
                "t=1772600767,v1=00",
                "t=1772600767,v1=zz",
                "t=,v1=",
                ",,=,"
            })
    void refusesMissingAndWrongSignatures(String header) {
        assertThat(receipts.read(header, bytes(BODY)))
                .isEqualTo(new ReceiptRequest.Unsigned("wrong-signature"));
    }

    @Test
    void refusesAnotherBodyTimeOrSecret() {
        String header = sign(BODY, SECRET, Messages.NOW);
        assertThat(receipts.read(header, bytes(BODY + " ")))
                .isInstanceOf(ReceiptRequest.Unsigned.class);
        assertThat(receipts.read(header.replace("t=1", "t=2"), bytes(BODY)))
                .isInstanceOf(ReceiptRequest.Unsigned.class);
        assertThat(receipts.read(sign(BODY, SECRET + "x", Messages.NOW), bytes(BODY)))
                .isInstanceOf(ReceiptRequest.Unsigned.class);
    }

    @ParameterizedTest
    @CsvSource({"300, true", "-300, true", "301, false", "-301, false"})
    void toleratesFiveMinutes(int seconds, boolean taken) {
        ReceiptRequest reading =
                receiptsAt(Messages.NOW.plusSeconds(seconds))
                        .read(sign(BODY, SECRET, Messages.NOW), bytes(BODY));
        if (taken) {
            assertThat(reading).isInstanceOf(ReceiptRequest.Received.class);
        } else {
            assertThat(reading).isEqualTo(new ReceiptRequest.Unsigned("stale-signature"));
        }
    }

    @Test
    void takesOneOfSeveralSignatures() {
        String right = sign(BODY, SECRET, Messages.NOW);
        String header = right.replace(",v1=", ",v1=" + "00".repeat(32) + ", v1=");
        assertThat(receipts.read(header, bytes(BODY))).isInstanceOf(ReceiptRequest.Received.class);
    }

    private ReceiptRequest read(String body) {
        return receipts.read(sign(body, SECRET, Messages.NOW), bytes(body));
    }

    private static String sign(String body, String secret, Instant at) {
        return new WebhookSignature(secret, InstantSource.fixed(at)).sign(bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static WebhookReceipts receiptsAt(Instant now) {
        WebhookSettings settings =
                new WebhookSettings(
                        URI.create("https://sms.example.com"),
                        false,
                        URI.create("https://login.example.com"),
                        SECRET,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1));
        return new WebhookReceipts(settings, InstantSource.fixed(now));
    }
}
