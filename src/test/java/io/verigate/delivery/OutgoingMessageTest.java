package io.verigate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.PhoneNumber;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutgoingMessageTest {
    private static final Address PHONE = new PhoneNumber("+4915112345678");
    private static final Address EMAIL = new EmailAddress("rana@example.org");

    @Test
    void showsNeitherAddressNorTextNorCode() {
        assertThat(Messages.email("m-1", "rana@example.org"))
                .asString()
                .isEqualTo("message m-1 by email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "m-1\r\nBcc: x@example.org", "ü", "<a>"})
    void refusesOddIds(String id) {
        assertThatThrownBy(() -> message(id, Channel.SMS, PHONE, "en", "", "text"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "en\r\nX: y", "en_US", "abcdefghi", "en-", "de-a b"})
    void refusesOddLanguages(String language) {
        assertThatThrownBy(() -> message("m-1", Channel.SMS, PHONE, language, "", "text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContainingAny("\n", "\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\u0000b", "a\u0085b"})
    void refusesSubjectsOfMoreThanOneLine(String subject) {
        assertThatThrownBy(() -> message("m-1", Channel.EMAIL, EMAIL, "en", subject, "text"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAddressesOfAnotherChannel() {
        assertThatThrownBy(() -> message("m-1", Channel.SMS, EMAIL, "en", "", "text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("rana");
        assertThatThrownBy(() -> message("m-1", Channel.EMAIL, PHONE, "en", "s", "text"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> message("m-1", Channel.PASSKEY, PHONE, "en", "", "text"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesEmptyTexts() {
        assertThatThrownBy(() -> message("m-1", Channel.VOICE, PHONE, "en", "", " \n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRetryLiesAhead() {
        assertThat(new SendResult.Retry("busy").after()).isZero();
        assertThatThrownBy(() -> new SendResult.Retry("busy", Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static OutgoingMessage message(
            String id, Channel channel, Address to, String language, String subject, String text) {
        return new OutgoingMessage(
                id, channel, to, language, subject, text, "123456", Messages.NOW);
    }
}
