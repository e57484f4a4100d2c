package io.verigate.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.decision.Channel;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SenderChoiceTest {
    private static final Set<String> ALL = Set.of("smtp", "smpp", "webhook");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''               | none    | none    | none
                    webhook          | webhook | webhook | webhook
                    smtp             | none    | none    | smtp
                    smpp             | smpp    | none    | none
                    smtp smpp webhook | smpp   | webhook | smtp
                    """)
    void isWhatIsConfiguredAndCanWhereNothingIsSaid(
            String configured, String sms, String voice, String email) {
        assertThat(choice("", "", "", false, Set.of(configured.split(" "))))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Channel.SMS, sms, Channel.VOICE, voice, Channel.EMAIL, email));
    }

    @Test
    void isTheSandboxWhereNothingIsSaidAndItIsOn() {
        assertThat(choice("", "", "smtp", true, ALL))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                Channel.SMS, "sandbox",
                                Channel.VOICE, "sandbox",
                                Channel.EMAIL, "smtp"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    smtp    |         |         | `verigate.delivery.sms` is `smtp`: use `smpp`, `webhook`, `sandbox` or `none`
                            | smpp    |         | `verigate.delivery.voice` is `smpp`: use `webhook`, `sandbox` or `none`
                            |         | smpp    | `verigate.delivery.email` is `smpp`: use `smtp`, `webhook`, `sandbox` or `none`
                            |         | pigeon  | `verigate.delivery.email` is `pigeon`: use `smtp`, `webhook`, `sandbox` or `none`
                    webhook |         |         | `verigate.delivery.sms` is `webhook`, and `verigate.webhook` is not configured
                    sandbox |         |         | `verigate.delivery.sms` is `sandbox`, and the sandbox is off: name another sender, or set `verigate.sandbox.enabled`
                    """)
    void stopsTheStartForASenderThatAChannelCannotHave(
            String sms, String voice, String email, String message) {
        assertThatThrownBy(() ->
                        choice(
                                blank(sms),
                                blank(voice),
                                blank(email),
                                false,
                                Set.of("smtp", "smpp")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }

    private static String blank(String said) {
        return said == null ? "" : said;
    }

    private static Map<Channel, String> choice(
            String sms, String voice, String email, boolean sandboxOn, Set<String> configured) {
        return SenderChoice.of(
                        Map.of(Channel.SMS, sms, Channel.VOICE, voice, Channel.EMAIL, email),
                        sandboxOn,
                        configured::contains)
                .names();
    }
}
