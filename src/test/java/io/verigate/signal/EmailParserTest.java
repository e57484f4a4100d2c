package io.verigate.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.decision.EmailAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailParserTest {
    private static final String NAME_OF_64 = "a".repeat(64);
    private static final String LABEL_OF_63 = "b".repeat(63);

    private final EmailParser emails = new EmailParser(Domains.of(List.of("intranet")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ann@example.com|ann@example.com",
                " Ann.Bee@EXAMPLE.Com |ann.bee@example.com",
                "ann+News@example.com|ann+news@example.com",
                "o'hara!#$%&*/=?^_`{}~-@example.com|o'hara!#$%&*/=?^_`{}~-@example.com",
                "ann@bücher.example|ann@xn--bcher-kva.example",
                "ann@BÜCHER.example|ann@xn--bcher-kva.example",
                "ann@XN--Bcher-KVA.example|ann@xn--bcher-kva.example",
                "ann@例え.テスト|ann@xn--r8jz45g.xn--zckzah",
                "ann@example。com|ann@example.com",
                "ann@ｅｘａｍｐｌｅ.com|ann@example.com",
                "用户@例え.テスト|用户@xn--r8jz45g.xn--zckzah",
                "Ärger@example.com|ärger@example.com",
                "A\u0308rger@example.com|ärger@example.com",
                "İnci@example.com|İnci@example.com",
                "ann@intranet|ann@intranet",
                "ann@1and1.example|ann@1and1.example",
                "a@b.co|a@b.co",
            })
    void oneMailboxHasOneForm(String written, String text) {
        assertThat(emails.parse(written))
                .isEqualTo(new ParseResult.Valid<>(new EmailAddress(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "@",
                "secret",
                "secret@",
                "@secret.example",
                "secret@nodot",
                "secret@example.com.",
                "secret@.example.com",
                "secret@example..com",
                "secret@-example.com",
                "secret@exam_ple.com",
                "secret@exam ple.com",
                "secret@[192.0.2.1]",
                "secret@192.0.2.1",
                "secret@straße.example",
                "secret@a\u200db.example",
                "secret@example.com>",
                "secret@example.com, other@example.com",
                ".secret@example.com",
                "secret.@example.com",
                "sec..ret@example.com",
                "sec ret@example.com",
                "sec@ret@example.com",
                "\"secret\"@example.com",
                "secret(comment)@example.com",
                "Ann <secret@example.com>",
                "sec,ret@example.com",
                "sec;ret@example.com",
                "sec\\ret@example.com",
                "secret\r\nBcc:x@example.com",
                "secret@example.com\r\nBcc: x@example.org",
                "secret@example.com\nx",
                "sec\u0000ret@example.com",
                "secret@example.com\u0000",
                "sec\u007fret@example.com",
                "sec\u0085ret@example.com",
                "sec\u200bret@example.com",
                "sec\u202eret@example.com",
                "sec\u00a0ret@example.com",
                "sec\u2028ret@example.com",
                "sec\ud800ret@example.com",
                "sec\ue000ret@example.com",
                "secret@\u00ad",
                "secret@\u00ad.example",
                "secret@\ud800.example",
                "secret@xn--.",
                "secret@。",
            })
    void faultDoesNotRepeatWhatWasWritten(String written) {
        assertThat(emails.parse(written))
                .isInstanceOfSatisfying(
                        ParseResult.Invalid.class,
                        fault ->
                                assertThat(fault.toString())
                                        .isNotBlank()
                                        .doesNotContain("secret", "ret@", "Bcc"));
    }

    @Test
    void countsOctetsAndNotCharacters() {
        String longest = NAME_OF_64 + "@" + (LABEL_OF_63 + ".").repeat(2) + "c".repeat(57) + ".com";

        assertThat(longest).hasSize(254);
        assertThat(emails.parse(longest)).isInstanceOf(ParseResult.Valid.class);
        assertThat(emails.parse(longest.replace(".com", "c.com")))
                .isInstanceOf(ParseResult.Invalid.class);
        assertThat(emails.parse(NAME_OF_64 + "@example.com")).isInstanceOf(ParseResult.Valid.class);
        assertThat(emails.parse(NAME_OF_64 + "a@example.com"))
                .isInstanceOf(ParseResult.Invalid.class);
        assertThat(emails.parse("ä".repeat(32) + "@example.com"))
                .isInstanceOf(ParseResult.Valid.class);
        assertThat(emails.parse("ä".repeat(33) + "@example.com"))
                .isInstanceOf(ParseResult.Invalid.class);
        assertThat(emails.parse("ann@" + LABEL_OF_63 + "b.com"))
                .isInstanceOf(ParseResult.Invalid.class);
    }

    @Test
    void hugeTextCostsNothing() {
        String huge = "a@" + "a.".repeat(5_000_000) + "com";

        assertThat(Assertions.assertTimeout(Duration.ofMillis(50), () -> emails.parse(huge)))
                .isInstanceOf(ParseResult.Invalid.class);
    }

    @Test
    void resultMasks() {
        assertThat(emails.parse("secret@example.com").toString())
                .doesNotContain("secret", "example");
    }
}
