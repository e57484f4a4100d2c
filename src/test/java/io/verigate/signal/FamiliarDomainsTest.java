package io.verigate.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FamiliarDomainsTest {
    private final FamiliarDomains domains =
            FamiliarDomains.of(
                    List.of("gmail.com", "yahoo.co.uk", "qq.com", "a.de"),
                    List.of("com", "co.uk", "de"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmial.com",
                "gmai.com",
                "gmaill.com",
                "gmall.com",
                "gmail.con",
                "mail.com",
                "yahoo.co.ik",
                "xgmail.com",
                "gmailcom",
                "xn--gmil-63d.com"
            })
    void oneSlipAwayIsNearly(String domain) {
        assertThat(domains.isLookalike(domain)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "yahoo.co.uk",
                "example.com",
                "gmial.con",
                "gamil.cm",
                "b.de",
                "",
                "mail.gmail.com"
            })
    void whatIsWellKnownOrFurtherAwayIsNot(String domain) {
        assertThat(domains.isLookalike(domain)).isFalse();
    }

    @Test
    void slipsComeBeforeOtherEndings() {
        assertThat(domains.meant("gmial.com"))
                .containsExactly("gmail.com", "gmial.co.uk", "gmial.de");
    }

    @Test
    void wellKnownDomainsComeFirstAmongOtherEndings() {
        assertThat(domains.meant("yahoo.de")).containsExactly("yahoo.co.uk", "yahoo.com");
        assertThat(domains.meant("firm.co.uk")).containsExactly("firm.com", "firm.de");
    }

    @Test
    void nothingIsSuggestedForWhatHasNoEndingOfThem() {
        assertThat(domains.meant("firm.example")).isEmpty();
        assertThat(domains.meant("")).isEmpty();
        assertThat(domains.meant(".com")).isEmpty();
    }

    @Test
    void namesTheEntryThatIsNoDomain() {
        assertThatThrownBy(() -> FamiliarDomains.of(List.of("not a domain"), List.of()))
                .hasMessageStartingWith("`not a domain`");
    }
}
