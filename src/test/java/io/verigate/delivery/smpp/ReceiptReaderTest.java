package io.verigate.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.delivery.receipt.DeliveryReceipt;
import io.verigate.delivery.receipt.DeliveryReceipt.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReceiptReaderTest {
    private static final Instant ARRIVAL = Instant.parse("2026-03-04T05:06:07Z");
    private static final ReceiptReader READER = new ReceiptReader(ZoneOffset.UTC);

    @Test
    void readsTheUsualText() {
        String text =
                "id:00AB12 sub:001 dlvrd:001 submit date:2603040500 done date:2603040501 stat:DELIVRD err:000 text:stat:EXPIRED";
        assertThat(READER.read(text, "", 0, ARRIVAL))
                .contains(
                        new DeliveryReceipt(
                                "00ab12",
                                Status.DELIVERED,
                                "000",
                                Instant.parse("2026-03-04T05:01:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVRD, DELIVERED",
        "EXPIRED, EXPIRED",
        "DELETED, UNDELIVERABLE",
        "UNDELIV, UNDELIVERABLE",
        "ACCEPTD, ACCEPTED",
        "ENROUTE, ACCEPTED",
        "UNKNOWN, UNKNOWN",
        "REJECTD, REJECTED",
        "undeliv, UNDELIVERABLE",
        "NEWWORD, UNKNOWN"
    })
    void knowsEveryWord(String word, Status status) {
        assertThat(
                        READER.read("id:1 stat:" + word + " err:001", "", 0, ARRIVAL)
                                .orElseThrow()
                                .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "1, ACCEPTED",
        "2, DELIVERED",
        "3, EXPIRED",
        "4, UNDELIVERABLE",
        "5, UNDELIVERABLE",
        "6, ACCEPTED",
        "7, UNKNOWN",
        "8, REJECTED",
        "99, UNKNOWN"
    })
    void fieldsWinOverText(int state, Status status) {
        assertThat(READER.read("id:11 stat:DELIVRD err:0a1", "AbC", state, ARRIVAL))
                .contains(new DeliveryReceipt("abc", status, "0a1", ARRIVAL));
    }

    @Test
    void readsDatesInTheOperatorsZone() {
        ReceiptReader berlin = new ReceiptReader(ZoneId.of("Europe/Berlin"));
        assertThat(
                        berlin.read("id:1 done date:260304060102 stat:DELIVRD", "", 0, ARRIVAL)
                                .orElseThrow()
                                .at())
                .isEqualTo(Instant.parse("2026-03-04T05:01:02Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999", "2603050000", "26030405", "abc", "260304050102999"})
    void fallsBackToTheArrival(String date) {
        assertThat(
                        READER.read("id:1 done date:" + date + " stat:DELIVRD", "", 0, ARRIVAL)
                                .orElseThrow()
                                .at())
                .isEqualTo(ARRIVAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stat:DELIVRD", "hello", "id:", "receiptid:1 stat:DELIVRD"})
    void needsAnId(String text) {
        assertThat(READER.read(text, "", 2, ARRIVAL)).isEmpty();
    }
}
