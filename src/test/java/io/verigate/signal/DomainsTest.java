package io.verigate.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.decision.EmailAddress;
import io.verigate.decision.Signals;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DomainsTest {
    private final Domains domains =
            Domains.of(List.of("Contoso.com", "bücher.example", "mail.example.org"));

    @ParameterizedTest
    @CsvSource({
        "contoso.com, true",
        "eu.contoso.com, true",
        "a.b.contoso.com, true",
        "notcontoso.com, false",
        "contoso.com.example, false",
        "com, false",
        "xn--bcher-kva.example, true",
        "example.org, false",
        "mail.example.org, true",
    })
    void subdomainsCountAndLookalikesDoNot(String domain, boolean held) {
        assertThat(domains.hold(domain)).isEqualTo(held);
        assertThat(Domains.NONE.hold(domain)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "@contoso.com", "*.contoso.com", "contoso.com.", "a b", "192.0.2.1"})
    void namesTheEntryThatIsNoDomain(String entry) {
        assertThatThrownBy(() -> Domains.of(List.of("contoso.com", entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("`" + entry + "`");
    }

    @Test
    void tellsOwnAndDisposableDomainsApart() {
        EmailDomains known =
                new EmailDomains(
                        domains,
                        Domains.of(List.of("throwaway.example")),
                        FamiliarDomains.of(List.of("familiar.example"), List.of()));

        assertThat(known.signals(new EmailAddress("ann@eu.contoso.com"), Signals.NONE))
                .isEqualTo(new EmailSignals(true, false, false));
        assertThat(known.signals(new EmailAddress("ann@x.throwaway.example"), Signals.NONE))
                .isEqualTo(new EmailSignals(false, true, false));
        assertThat(known.signals(new EmailAddress("ann@famliar.example"), Signals.NONE))
                .isEqualTo(new EmailSignals(false, false, true));
        assertThat(known.signals(new EmailAddress("ann@example.com"), Signals.NONE))
                .isEqualTo(EmailSignals.NONE);
    }

    /// Whatever is written, the result is empty or a name of letters, digits, dashes and dots.
    @Test
    void survivesAnyText() {
        Random random = new Random(7);
        for (int round = 0; round < 200_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                int limit = random.nextInt(4) == 0 ? 0x20000 : 0x250;
                text.appendCodePoint(random.nextInt(5) == 0 ? '.' : random.nextInt(limit));
            }
            assertThat(DomainName.ascii(text.toString()).orElse("a"))
                    .matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
        }
    }
}
