package io.verigate.delivery;

import io.verigate.decision.Channel;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.PhoneNumber;
import java.time.Duration;
import java.time.Instant;

/// Messages to send in tests.
public final class Messages {
    public static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private Messages() {}

    public static OutgoingMessage sms(String id, String text) {
        return new OutgoingMessage(
                id,
                Channel.SMS,
                new PhoneNumber("+4915112345678"),
                "en",
                "",
                text,
                "123456",
                NOW.plus(Duration.ofMinutes(10)));
    }

    public static OutgoingMessage email(String id, String to) {
        return new OutgoingMessage(
                id,
                Channel.EMAIL,
                new EmailAddress(to),
                "de-AT",
                "Ihr Code für Contoso",
                "Ihr Code: 123456\n\n.\nGrüße aus 東京\n",
                "123456",
                NOW.plus(Duration.ofMinutes(10)));
    }
}
